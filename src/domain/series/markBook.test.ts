import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { markBook } from './markBook.ts'
import type { LifeSign, StartMark } from './startLife.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

type Sign = readonly [at: number, startedAt: number | null, version: string | null]

const sign = ([at, startedAt, version]: Sign): LifeSign => ({
  at: NOON + at,
  startedAt: startedAt === null ? null : NOON + startedAt,
  version,
})

/** Marks as minutes after noon, kind and version. */
const told = (marks: readonly StartMark[]) =>
  marks.map(({ at, kind, version }) => [(at - NOON) / minutes(1), kind, version])

describe('the starts of a pod', () => {
  const rows: readonly { name: string; signs: readonly Sign[]; expected: unknown[] }[] = [
    { name: 'of which the first is not known to be one', signs: [[0, -9e6, '1']], expected: [] },
    {
      name: 'again as it was',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), minutes(4), '1'],
      ],
      expected: [[4, 'restart', '1']],
    },
    {
      name: 'with another version',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), minutes(4), '2'],
      ],
      expected: [[4, 'deploy', '2']],
    },
    {
      name: 'with another version, which is read later',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), minutes(4), '1'],
        [minutes(6), minutes(4), '2'],
      ],
      expected: [[4, 'deploy', '2']],
    },
    {
      name: 'with another version, which is read first',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), -9e6, '2'],
        [minutes(6), minutes(4), '2'],
      ],
      expected: [[4, 'deploy', '2']],
    },
    {
      name: 'a restart, and much later a deploy that tells no start',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), minutes(4), '1'],
        [minutes(60), null, '2'],
      ],
      expected: [
        [4, 'restart', '1'],
        [60, 'deploy', '2'],
      ],
    },
    {
      name: 'a deploy, and a restart of the same version after it',
      signs: [
        [0, -9e6, '1'],
        [minutes(5), minutes(4), '2'],
        [minutes(9), minutes(8), '2'],
      ],
      expected: [
        [4, 'deploy', '2'],
        [8, 'restart', '2'],
      ],
    },
    {
      name: 'starts that are one, and earlier ones',
      signs: [
        [0, 0, '1'],
        [minutes(1), seconds(8), '1'],
        [minutes(2), 0 - hours(1), '1'],
        [minutes(3), null, null],
        [minutes(4), seconds(2), '1'],
      ],
      expected: [],
    },
    {
      name: 'of a pod whose clock is an hour ahead',
      signs: [
        [0, minutes(50), '1'],
        [minutes(5), minutes(64), '1'],
        [minutes(6), minutes(64), '1'],
      ],
      expected: [[5, 'restart', '1']],
    },
    {
      name: 'that nobody can tell',
      signs: [
        [0, Number.NaN, null],
        [Number.NaN, 5, '1'],
        [1, 0, '1'],
      ],
      expected: [],
    },
  ]
  it.each(rows)('$name', ({ signs, expected }) => {
    const book = markBook()
    for (const one of signs) book.note('orders', 'orders-1', sign(one))
    expect(told(book.marksOf('orders', 'orders-1'))).toEqual(expected)
    expect(book.marksOf('orders', 'orders-2')).toEqual([])
  })

  it('are answered as they are made', () => {
    const book = markBook()
    const note = (one: Sign) => {
      const mark = book.note('orders', 'orders-1', sign(one))
      return mark && told([mark])
    }
    expect(note([0, -9e6, '1'])).toBeNull()
    expect(note([minutes(5), minutes(4), '1'])).toEqual([[4, 'restart', '1']])
    expect(note([minutes(6), minutes(4), '2'])).toEqual([[4, 'deploy', '2']])
    expect(note([minutes(7), minutes(4), '2'])).toBeNull()
  })
})

const yesterday = () => {
  const book = markBook()
  book.note('orders', 'orders-1', sign([0 - hours(20), 0 - hours(30), '1']))
  book.note('orders', 'orders-1', sign([0 - hours(19), 0 - hours(19), '1']))
  return book
}

describe('a book of starts', () => {
  it('finds what happened while nobody looked, before or after it is loaded', () => {
    const expected = [
      [-19 * 60, 'restart', '1'],
      [-5 * 60, 'restart', '1'],
    ]
    const today = sign([0, 0 - hours(5), '1'])
    const loadedFirst = markBook()
    expect(loadedFirst.load(yesterday().save())).toBe(true)
    loadedFirst.note('orders', 'orders-1', today)
    expect(told(loadedFirst.marksOf('orders', 'orders-1'))).toEqual(expected)
    const loadedLater = markBook()
    loadedLater.note('orders', 'orders-1', today)
    expect(loadedLater.load(yesterday().save())).toBe(true)
    expect(told(loadedLater.marksOf('orders', 'orders-1'))).toEqual(expected)
  })

  it('goes through JSON, and twice is once', () => {
    const book = yesterday()
    const saved: unknown = JSON.parse(JSON.stringify(book.save()))
    expect(book.load(saved) && book.load(saved)).toBe(true)
    expect(told(book.marksOf('orders', 'orders-1'))).toEqual([[-19 * 60, 'restart', '1']])
  })

  it.each([
    null,
    7,
    {},
    { layout: 9, pods: [] },
    { layout: 1, pods: [{ service: 'a' }] },
    {
      layout: 1,
      pods: [{ service: 'a', pod: 'b', startedAt: Infinity, version: null, notedAt: 1, marks: [] }],
    },
    {
      layout: 1,
      pods: [
        {
          service: 'a',
          pod: 'b',
          startedAt: 1,
          version: null,
          notedAt: 1,
          marks: [{ at: 1, kind: 'x', version: null }],
        },
      ],
    },
  ])('refuses %j', (saved) => {
    const book = yesterday()
    const before = JSON.stringify(book.save())
    expect(book.load(saved)).toBe(false)
    expect(JSON.stringify(book.save())).toBe(before)
  })

  it('reads what was saved before first starts were', () => {
    const life = { service: 'orders', versionFrom: 'build', notedAt: NOON, version: '1' }
    const deploy = { at: NOON - hours(2), kind: 'deploy', version: '1' }
    const pods = [
      { ...life, pod: 'orders-1', startedAt: NOON - hours(2), marks: [deploy] },
      { ...life, pod: 'orders-2', startedAt: NOON - hours(9), marks: [] },
    ]
    const book = markBook()
    expect(book.load({ layout: 2, pods })).toBe(true)
    book.note('orders', 'orders-3', { ...sign([minutes(9), minutes(8), '2']), versionFrom: 'build' })
    book.note('orders', 'orders-4', { ...sign([minutes(9), 0 - hours(1), '3']), versionFrom: 'build' })
    expect(told(book.marksOf('orders', 'orders-1'))).toEqual([[-120, 'deploy', '1']])
    expect(told(book.marksOf('orders', 'orders-3'))).toEqual([[8, 'deploy', '2']])
    expect(told(book.marksOf('orders', 'orders-4'))).toEqual([])
  })

  it('says when there is something to save', () => {
    const book = yesterday()
    const before = book.revision()
    book.marksOf('orders', 'orders-1')
    expect(book.revision()).toBe(before)
    book.drop('orders', 'orders-1')
    expect(book.revision()).not.toBe(before)
  })

  it('keeps 64 starts of a pod in order, whatever it tells', () => {
    const time = fc.integer({ min: 0 - hours(30), max: hours(30) })
    const any = fc.tuple(time, fc.option(time), fc.option(fc.constantFrom('1', '2', '3')))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (signs) => {
        const book = markBook()
        for (const one of signs.toSorted(([a], [b]) => a - b)) book.note('orders', 'orders-1', sign(one))
        const times = book.marksOf('orders', 'orders-1').map(({ at }) => at)
        expect(times.length).toBeLessThanOrEqual(64)
        const saved = book.save()
        expect(markBook().load(saved)).toBe(true)
      }),
    )
  })
})
