import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { add, figureByMember, figureText, figureWants, less, memberName, perSecond } from './figure.ts'

const PAGE = 'size{fs="ext4",at="/"} 10\nsize{fs="tmpfs",at="/tmp"} 5\nfree{at="/"} 4\nwaited{at="/"} 30'

const rows = [
  { name: 'a value', figure: [add('size')], expected: { '/': 10, '/tmp': 5 } },
  { name: 'of some series', figure: [add('size', { fs: 'ext4' })], expected: { '/': 10 } },
  { name: 'a difference, where both are known', figure: [add('size'), less('free')], expected: { '/': 6 } },
  { name: 'a rate', figure: [perSecond('waited')], expected: { '/': 2 } },
  { name: 'a rate in another unit', figure: [perSecond('waited', 0.5)], expected: { '/': 1 } },
  { name: 'absent', figure: [add('other')], expected: {} },
  { name: 'absent after the first', figure: [add('size'), add('other')], expected: {} },
  { name: 'empty', figure: [], expected: {} },
]

describe('figureByMember', () => {
  for (const { name, figure, expected } of rows) {
    it(name, () => {
      const window = windowOf('waited{at="/"} 10', PAGE)
      expect(Object.fromEntries(figureByMember(window, ['at'], figure))).toEqual(expected)
    })
  }

  it('has no rates on one page', () => {
    expect(figureByMember(windowOf(null, PAGE), ['at'], [perSecond('waited')]).size).toBe(0)
  })

  it('adds up the series of one member', () => {
    expect(figureByMember(windowOf(null, PAGE), [], [add('size')])).toEqual(new Map([[null, 15]]))
  })
})

describe('memberName', () => {
  const names = [
    { labels: { vhost: '/', queue: 'mail' }, expected: '//mail' },
    { labels: { queue: 'mail' }, expected: 'mail' },
    { labels: { queue: '' }, expected: null },
    { labels: {}, expected: null },
  ]
  for (const { labels, expected } of names) {
    it(JSON.stringify(labels), () => expect(memberName(labels, ['vhost', 'queue'])).toBe(expected))
  }
})

it('is worded as a sum', () => {
  expect(figureText([add('size', { fs: 'ext4' }), less('free'), add('rest')])).toBe(
    'size{fs="ext4"} - free + rest',
  )
  expect(figureText([perSecond('waited')])).toBe('rate of waited')
  expect(figureWants([add('a'), less('b')], undefined, [perSecond('c')]).exact).toEqual(['a', 'b', 'c'])
})
