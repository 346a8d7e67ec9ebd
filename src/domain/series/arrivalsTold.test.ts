import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { type MarkBook, markBook } from './markBook.ts'
import type { LifeSign } from './startLife.ts'
import { booked, look, NOON, told } from './testing/looks.ts'

const sign = (minute: number, version: string | null, versionFrom: string | null = 'build'): LifeSign => ({
  startedAt: NOON + minutes(minute),
  version,
  versionFrom,
  at: NOON + minutes(minute),
})

describe('pods that come with another version', () => {
  it('are known by names that can be compared', () => {
    const book = booked([[0, 'a:v1.8.2-abc']])
    book.note('orders', 'b', sign(10, '1.8.2', 'version page'))
    expect(told(book)).toEqual([])
    book.note('orders', 'b', sign(10, 'v1.8.2-abc'))
    expect(told(book)).toEqual([])
    book.note('orders', 'c', sign(20, 'v1.8.3-def'))
    expect(told(book)).toEqual(['c:v1.8.3-def@20'])
  })

  it('also where they tell their version only after they have crashed', () => {
    const book = booked([[0, 'a:1']])
    book.note('orders', 'b', sign(10, null))
    book.note('orders', 'b', sign(12, null))
    book.note('orders', 'b', { ...sign(12, '2'), at: NOON + minutes(13) })
    expect(told(book)).toEqual(['b:2@10'])
    expect(book.marksOf('orders', 'b').map(({ kind }) => kind)).toEqual(['deploy', 'restart'])
  })

  it('join pods that are given a version where they are', () => {
    const book = booked([[0, 'a:1 b:1']])
    book.note('orders', 'a', sign(10, '2'))
    look(book, [[12, 'a:2 b:1 c:2@12']])
    expect(told(book)).toEqual(['c:2@12'])
  })

  it('are found of two accounts, of which one knows what ran before', () => {
    const [before, now] = [booked([[0, 'a:1 b:1']]), booked([[900, 'c:2@600 d:2@605']])]
    expect(told(now)).toEqual([])
    expect(now.load(JSON.parse(JSON.stringify(before.save())))).toBe(true)
    expect(told(now)).toEqual(['c:2@600', 'd:2@605'])
    now.noteNamed([{ name: 'orders', pods: [{ name: 'c' }, { name: 'd' }] }], NOON + minutes(901))
    look(now, [[1000, 'd:2@605 e:2@1000']])
    expect(told(now)).toEqual(['c:2@600', 'd:2@605'])
  })

  it('are the same in whatever order they are heard of, and of two halves as of one book', () => {
    const life = fc.record({
      pod: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      minute: fc.integer({ min: -30, max: 400 }),
      version: fc.constantFrom('1', '2', '3'),
      half: fc.boolean(),
    })
    const lives = fc.uniqueArray(life, { selector: ({ pod }) => pod, maxLength: 7 })
    const at = NOON + hours(8)
    fc.assert(
      fc.property(lives, (all) => {
        const books = [markBook(), markBook(), markBook(), markBook()] as const
        const [inTurn, reversed, one, other] = books
        for (const book of books) look(book, [[0, 'z:1']])
        const note = (book: MarkBook, { pod, minute, version }: (typeof all)[number]) =>
          book.note('orders', pod, { startedAt: NOON + minutes(minute), version, at })
        for (const each of all) {
          note(inTurn, each)
          note(each.half ? one : other, each)
        }
        for (const each of all.toReversed()) note(reversed, each)
        one.load(other.save())
        expect(told(reversed)).toEqual(told(inTurn))
        expect(told(one)).toEqual(told(inTurn))
        for (const [pod, { mark }] of inTurn.arrivalsOf('orders')) {
          expect(mark.at).toBeGreaterThan(NOON)
          expect(inTurn.livesOf('orders').get(pod)?.first).toEqual({
            startedAt: mark.at,
            version: mark.version,
          })
        }
      }),
    )
  })
})
