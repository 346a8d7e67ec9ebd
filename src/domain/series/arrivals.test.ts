import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { type MarkBook, markBook } from './markBook.ts'

const NOON: EpochMs = Date.UTC(2026, 10, 20, 12)

/**
 * What the fleet names from a minute after noon on: `a:1.0`, pods with their versions, each started in the minute in which
 * it is named first unless `@-90` tells otherwise; before the first look, a day ago. `-` of a pod that does not answer yet.
 */
type Look = readonly [minute: number, pods: string]

type Seen = { readonly pod: string; readonly version: string | null; readonly start: number | null }

const podsIn = (text: string): Seen[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [pod = '', told = ''] = word.split(':')
      const [version = '', start] = told.split('@')
      return {
        pod,
        version: version === '-' ? null : version,
        start: start === undefined ? null : Number(start),
      }
    })

function look(book: MarkBook, looks: readonly Look[]): void {
  const firstNamed = new Map<string, number>()
  for (const [i, [minute, text]] of looks.entries()) {
    const at = NOON + minutes(minute)
    const pods = podsIn(text)
    book.noteNamed([{ name: 'orders', pods: pods.map(({ pod }) => ({ name: pod })) }], at)
    for (const { pod, version, start } of pods) {
      const named = firstNamed.get(pod) ?? (i === 0 ? -1440 : minute)
      firstNamed.set(pod, named)
      if (version === null) continue
      book.note('orders', pod, {
        startedAt: NOON + minutes(start ?? named),
        version,
        versionFrom: 'build',
        at,
      })
    }
  }
}

function booked(looks: readonly Look[]): MarkBook {
  const book = markBook()
  look(book, looks)
  return book
}

/** `b:1.1@5` for each pod that came with a deploy five minutes after noon, `b:1.0@5 back` where it came back. */
const told = (book: MarkBook): string[] =>
  Array.from(book.arrivalsOf('orders'), ([pod, { mark, isReturn }]) => {
    const minute = (mark.at - NOON) / minutes(1)
    return `${pod}:${mark.version}@${minute}${isReturn ? ' back' : ''}`
  }).toSorted()

describe('pods that come with another version', () => {
  it.each<{ name: string; looks: readonly Look[]; expected: readonly string[] }>([
    {
      name: 'one after the other',
      looks: [
        [0, 'a:1 b:1 c:1'],
        [10, 'b:1 c:1 d:2'],
        [20, 'c:1 d:2 e:2'],
        [30, 'd:2 e:2 f:2'],
      ],
      expected: ['d:2@10', 'e:2@20', 'f:2@30'],
    },
    {
      name: 'all at once, after all old ones were stopped',
      looks: [
        [0, 'a:1 b:1'],
        [10, ''],
        [12, 'c:2@11 d:2@12'],
      ],
      expected: ['c:2@11', 'd:2@12'],
    },
    {
      name: 'while nobody looked',
      looks: [
        [0, 'a:1 b:1'],
        [3000, 'c:2@900 d:2@905'],
      ],
      expected: ['c:2@900', 'd:2@905'],
    },
    {
      name: 'already so when first looked at',
      looks: [[0, 'a:1 b:2@-20']],
      expected: [],
    },
    {
      name: 'already there when first looked at, and answering later',
      looks: [
        [0, 'a:1 b:-'],
        [60, 'a:1 b:2@50'],
      ],
      expected: [],
    },
    {
      name: 'first named long after it was started, before anybody looked',
      looks: [
        [0, 'a:1'],
        [60, 'a:1 b:2@-5'],
      ],
      expected: [],
    },
    {
      name: 'one more of what runs',
      looks: [
        [0, 'a:1'],
        [60, 'a:1 b:1'],
        [70, 'b:1 c:1'],
      ],
      expected: [],
    },
    {
      name: 'one more during the roll-out is part of it, one more after it is not',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [15, 'b:1 c:2 d:2 e:2'],
        [16, 'c:2 d:2 e:2'],
        [40, 'c:2 d:2 e:2 f:2'],
      ],
      expected: ['c:2@10', 'd:2@15', 'e:2@15'],
    },
    {
      name: 'the first left to prove itself for an hour',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [70, 'b:1 c:2 d:2'],
      ],
      expected: ['c:2@10', 'd:2@70'],
    },
    {
      name: 'side by side with the old one for days',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 c:2'],
        [2000, 'a:1 d:2'],
        [4000, 'e:1 d:2'],
      ],
      expected: ['c:2@10'],
    },
    {
      name: 'side by side since before anybody looked',
      looks: [
        [0, 'a:1 b:2'],
        [60, 'c:1 b:2'],
        [120, 'c:1 d:2'],
      ],
      expected: [],
    },
    {
      name: 'an old version is added to while it is replaced',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [12, 'a:1 b:1 c:2 d:1'],
        [15, 'd:1 c:2 e:2'],
        [16, 'c:2 e:2'],
        [600, 'f:3 g:3'],
      ],
      expected: ['c:2@10', 'e:2@15', 'f:3@600', 'g:3@600'],
    },
    {
      name: 'an old version that comes late, and stays for a while',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [12, 'c:2 d:2'],
        [200, 'c:2 d:2 e:1'],
      ],
      expected: ['c:2@10', 'd:2@12'],
    },
    {
      name: 'rolled back',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'c:2 d:2'],
        [40, 'd:2 e:1'],
        [45, 'e:1 f:1'],
      ],
      expected: ['c:2@10', 'd:2@10', 'e:1@40 back', 'f:1@45 back'],
    },
    {
      name: 'rolled back half-way',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'b:1 c:2'],
        [20, 'b:1 d:1'],
      ],
      expected: ['c:2@10', 'd:1@20 back'],
    },
    {
      name: 'rolled back, and deployed again',
      looks: [
        [0, 'a:1'],
        [10, 'b:2'],
        [40, 'c:1'],
        [900, 'd:2'],
      ],
      expected: ['b:2@10', 'c:1@40 back', 'd:2@900 back'],
    },
    {
      name: 'a trial that was given up: later pods of the old version are none',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1 b:1 c:2'],
        [30, 'a:1 b:1'],
        [900, 'a:1 d:1'],
      ],
      expected: ['c:2@10'],
    },
    {
      name: 'a pod that is back under its name',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'a:1'],
        [20, 'a:1 b:1'],
      ],
      expected: [],
    },
    {
      name: 'a pod whose clock is ahead',
      looks: [
        [0, 'a:1'],
        [10, 'b:2@55'],
      ],
      expected: ['b:2@10'],
    },
    {
      name: 'rolled back, while the last of the newer ones is still there: not yet',
      looks: [
        [0, 'a:1 b:1'],
        [10, 'c:2 d:2'],
        [40, 'd:2 e:1'],
      ],
      expected: ['c:2@10', 'd:2@10'],
    },
  ])('$name', ({ looks, expected }) => {
    expect(told(booked(looks))).toEqual([...expected].toSorted())
  })

  const sign = (minute: number, version: string | null, versionFrom: string | null = 'build') => ({
    startedAt: NOON + minutes(minute),
    version,
    versionFrom,
    at: NOON + minutes(minute),
  })

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
