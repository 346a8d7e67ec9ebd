import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markBook } from '#src/domain/series/markBook.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { deploysOf } from './deploysOf.ts'

const NOON: EpochMs = Date.UTC(2026, 10, 20, 12)
const SERVICE = serviceOf(3)

/** That pod `orders-<n>` was started with a version, so many minutes after noon. */
type Start = readonly [minute: number, pod: number, version: string]

function deploysAfter(starts: readonly Start[], service = SERVICE) {
  const book = markBook()
  for (const [minute, pod, version] of starts) {
    const startedAt = NOON + minutes(minute)
    book.note('orders', `orders-${pod}`, { startedAt, version, at: startedAt })
  }
  return deploysOf(book, service)
}

/** From a day before on, all three pods ran this version. */
const ran = (version: string): readonly Start[] => [
  [-1440, 1, version],
  [-1440, 2, version],
  [-1440, 3, version],
]

type Told = readonly [version: string | null, from: number, to: number, pods: string, rollback?: 'back']

const told = (starts: readonly Start[], service = SERVICE): Told[] =>
  deploysAfter(starts, service).map(({ version, at, lastAt, pods, isRollback }): Told => {
    const [from, to] = [(at - NOON) / minutes(1), (lastAt - NOON) / minutes(1)]
    const names = pods.map((pod) => pod.replace('orders-', '')).join(' ')
    return isRollback ? [version, from, to, names, 'back'] : [version, from, to, names]
  })

const named = (...pods: readonly number[]) => [
  { name: 'orders', pods: pods.map((pod) => ({ name: `orders-${pod}` })) },
]

describe('deploys of a service', () => {
  it.each<{ name: string; starts: readonly Start[]; expected: readonly Told[] }>([
    { name: 'none that anybody knows of', starts: ran('1.0'), expected: [] },
    {
      name: 'a restart is none',
      starts: [...ran('1.0'), [0, 1, '1.0'], [5, 1, '1.0']],
      expected: [],
    },
    {
      name: 'one, pod after pod',
      starts: [...ran('1.0'), [0, 2, '1.1'], [5, 1, '1.1'], [12, 3, '1.1']],
      expected: [['1.1', 0, 12, '2 1 3']],
    },
    {
      name: 'one pod only',
      starts: [...ran('1.0'), [0, 2, '1.1']],
      expected: [['1.1', 0, 0, '2']],
    },
    {
      name: 'one that takes its time: two roll-out windows between two pods',
      starts: [...ran('1.0'), [0, 1, '1.1'], [30, 2, '1.1'], [60, 3, '1.1']],
      expected: [['1.1', 0, 60, '1 2 3']],
    },
    {
      name: 'two of the same version, when more lies between',
      starts: [...ran('1.0'), [0, 1, '1.1'], [31, 2, '1.1']],
      expected: [
        ['1.1', 0, 0, '1'],
        ['1.1', 31, 31, '2'],
      ],
    },
    {
      name: 'two that overlap',
      starts: [...ran('1.0'), [0, 1, '1.1'], [5, 1, '1.2'], [6, 2, '1.1'], [8, 2, '1.2'], [9, 3, '1.2']],
      expected: [
        ['1.1', 0, 6, '1 2'],
        ['1.2', 5, 9, '1 2 3'],
      ],
    },
    {
      name: 'a roll-back by the number',
      starts: [...ran('1.0'), [0, 1, '1.1'], [10, 1, '1.0']],
      expected: [
        ['1.1', 0, 0, '1'],
        ['1.0', 10, 10, '1', 'back'],
      ],
    },
    {
      name: 'a roll-back to what a pod ran before: hashes have no order',
      starts: [...ran('a'), [0, 1, 'b'], [1, 2, 'b'], [60, 1, 'c'], [61, 2, 'c'], [70, 1, 'b'], [71, 2, 'b']],
      expected: [
        ['b', 0, 1, '1 2'],
        ['c', 60, 61, '1 2'],
        ['b', 70, 71, '1 2', 'back'],
      ],
    },
    {
      name: 'a roll-back to what ran when it was first looked at',
      starts: [...ran('a'), [0, 1, 'b'], [10, 1, 'a']],
      expected: [
        ['b', 0, 0, '1'],
        ['a', 10, 10, '1', 'back'],
      ],
    },
    {
      name: 'a roll-back at once, which is not taken for the deploy before last',
      starts: [...ran('a'), [0, 1, 'b'], [2, 2, 'c'], [3, 1, 'c'], [5, 2, 'b'], [6, 1, 'b']],
      expected: [
        ['b', 0, 0, '1'],
        ['c', 2, 3, '2 1'],
        ['b', 5, 6, '2 1', 'back'],
      ],
    },
    {
      name: 'a pod that comes late to what the others run is rolled back to nothing',
      starts: [...ran('1.0'), [0, 1, '1.1'], [90, 2, '1.1']],
      expected: [
        ['1.1', 0, 0, '1'],
        ['1.1', 90, 90, '2'],
      ],
    },
  ])('$name', ({ starts, expected }) => {
    expect(told(starts)).toEqual(expected)
  })

  it('of pods that are gone are told, too, and those that only new pods tell of', () => {
    const book = markBook()
    const look = (minute: number, version: string, pods: readonly number[]) => {
      const at = NOON + minutes(minute)
      book.noteNamed(named(...pods), at)
      for (const pod of pods) book.note('orders', `orders-${pod}`, { startedAt: at, version, at })
    }
    look(0, 'f00', [1, 2])
    look(100, 'ba4', [3, 4])
    look(200, 'f00', [5, 6])
    book.noteNamed(named(5, 6), NOON + minutes(201))
    const deploys = deploysOf(book, SERVICE)
    expect(deploys.map(({ version, pods, isRollback }) => [version, pods.length, isRollback])).toEqual([
      ['ba4', 2, false],
      ['f00', 2, true],
    ])
  })

  it('where the roll-out window is short: versions are read once in five minutes', () => {
    const service = serviceOf({ pods: 3, thresholds: { rolloutWindow: '1s' } })
    const starts: readonly Start[] = [...ran('1.0'), [0, 1, '1.1'], [10, 2, '1.1'], [21, 3, '1.1']]
    expect(told(starts, service)).toEqual([
      ['1.1', 0, 10, '1 2'],
      ['1.1', 21, 21, '3'],
    ])
  })

  it('take in every start with another version once, in order of time', () => {
    const start = fc.tuple(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('1', '2', '3'),
    )
    fc.assert(
      fc.property(fc.array(start, { maxLength: 40 }), (starts) => {
        const book = markBook()
        for (const [minute, pod, version] of starts.toSorted(([a], [b]) => a - b)) {
          const at = NOON + minutes(minute)
          book.note('orders', `orders-${pod}`, { startedAt: at, version, at })
        }
        const deploys = deploysOf(book, SERVICE)
        const marks = SERVICE.pods.flatMap(({ name }) =>
          book.marksOf('orders', name).filter(({ kind }) => kind === 'deploy'),
        )
        expect(deploys.flatMap(({ pods }) => pods)).toHaveLength(marks.length)
        expect(deploys.every(({ pods }) => new Set(pods).size === pods.length)).toBe(true)
        const times = deploys.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(deploys.every(({ at, lastAt }) => at <= lastAt)).toBe(true)
        const shuffled = { ...SERVICE, pods: SERVICE.pods.toReversed() }
        expect(deploysOf(book, shuffled).map(({ at, lastAt }) => [at, lastAt])).toEqual(
          deploys.map(({ at, lastAt }) => [at, lastAt]),
        )
      }),
    )
  })
})
