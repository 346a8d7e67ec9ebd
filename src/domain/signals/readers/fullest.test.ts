import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { add, less } from './figure.ts'
import { fullest, fullestShare } from './fullest.ts'

const DISK = { by: ['path'], used: [add('total'), less('free')], bound: [add('total')] }

const disk = (path: string, total: number, free: number): string =>
  `total{path="${path}"} ${total}\nfree{path="${path}"} ${free}\n`

const rows = [
  { name: 'one', page: disk('/', 100, 30), expected: [70, 100, '/'] },
  {
    name: 'the fullest by share, not by size',
    page: disk('/', 1000, 300) + disk('/boot', 10, 1),
    expected: [9, 10, '/boot'],
  },
  { name: 'equals by name', page: disk('/b', 10, 5) + disk('/a', 10, 5), expected: [5, 10, '/a'] },
  { name: 'no limit: the largest', page: disk('/', 0, 0), expected: [0, null, '/'] },
  { name: 'one term is missing', page: 'total{path="/"} 100', expected: null },
  { name: 'more free than there is', page: disk('/', 10, 20), expected: null },
  { name: 'nothing', page: 'other 1', expected: null },
  { name: 'unnamed', page: 'total 10\nfree 4', expected: [6, 10, null] },
]

describe('fullest', () => {
  for (const { name, page, expected } of rows) {
    it(name, () => {
      const found = fullest(DISK).read(windowOf(null, page))
      expect(found === null ? null : [found.value, found.bound, found.of]).toEqual(expected)
    })
  }

  it('says what it was worked out from', () => {
    expect(fullest(DISK).read(windowOf(null, disk('/', 2, 1)))?.from).toBe('total - free of total')
    expect(fullest(DISK).read(windowOf(null, disk('/', 0, 0)))?.from).toBe('total - free')
    expect(fullest(DISK).wants.exact).toEqual(['total', 'free', 'total'])
  })

  it('without any limit, the most', () => {
    const restarts = fullest({ by: ['ns', 'pod'], used: [add('restarts')] })
    const page = 'restarts{ns="a",pod="x"} 3\nrestarts{ns="a",pod="y"} 7\nrestarts{ns="b",pod="x"} 5'
    expect(restarts.read(windowOf(null, page))).toMatchObject({ value: 7, bound: null, of: 'a/y' })
  })
})

describe('fullestShare', () => {
  const BUSY = { by: ['name'], used: [add('busy')], bound: [add('max')] }
  const shares = [
    { name: 'a share', page: 'busy{name="a"} 5\nmax{name="a"} 20', expected: [0.25, 'a'] },
    {
      name: 'of the fullest',
      page: 'busy{name="a"} 5\nmax{name="a"} 20\nbusy{name="b"} 9\nmax{name="b"} 10',
      expected: [0.9, 'b'],
    },
    {
      name: 'those without a limit say nothing',
      page: 'busy{name="a"} 5\nmax{name="a"} 2147483647',
      expected: null,
    },
  ]
  for (const { name, page, expected } of shares) {
    it(name, () => {
      const found = fullestShare(BUSY).read(windowOf(null, page))
      expect(found === null ? null : [found.value, found.of]).toEqual(expected)
    })
  }
})
