import { describe, expect, it } from 'vitest'
import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import { at, said, sourceOf, WEEK } from './testing/weekRig.ts'
import type { WeekDrift } from './week.ts'
import { weekDrifts } from './weekDrifts.ts'

const LEAK = {
  kind: 'drift',
  text: 'memory +31 MiB/h on orders-1 since 09:10, reaches its 4 GiB limit 18:00',
} as const
const HEAP = { kind: 'drift', text: 'heap +30 MiB/h on orders-1 since 09:10' } as const
const FILES = { kind: 'drift', text: 'open files up to +6/h on orders-1 since 09:10' } as const
const FULL = { kind: 'level', text: 'memory at 96 % of 4 GiB on orders-1 since 17:10', light: 'red' } as const
const NEAR = {
  kind: 'level',
  text: 'memory at 88 % of 4 GiB on orders-1 since 16:10',
  light: 'orange',
} as const
const CPU = { kind: 'level', text: 'CPU at 99 % of 2 cores on orders-1 since 16:10', light: 'red' } as const
const SLOW = { kind: 'slow', text: 'slow answers on orders-1: took 4 s' } as const
const well = (from: number, to: number): JournalStretch => said(from, to, 'green')
const grey = (from: number, to: number): JournalStretch => said(from, to, 'unknown')
const leaks = (from: number, to: number): JournalStretch => said(from, to, 'orange', LEAK)

type Row = {
  readonly name: string
  readonly stretches: readonly JournalStretch[]
  readonly restarts?: readonly number[]
  readonly outcomes: readonly WeekDrift['outcome'][]
}

const ROWS: readonly Row[] = [
  { name: 'none', stretches: [well(0, 100)], outcomes: [] },
  { name: 'it is there', stretches: [well(0, 10), leaks(10, 168)], outcomes: ['standing'] },
  { name: 'it ends before its limit', stretches: [leaks(10, 20), well(20, 30)], outcomes: ['caught'] },
  {
    name: 'it ends with a restart far from its limit',
    stretches: [leaks(10, 20), well(20, 30)],
    restarts: [20],
    outcomes: ['caught'],
  },
  {
    name: 'its limit is reached while it stands',
    stretches: [leaks(10, 20), said(20, 22, 'red', FULL, LEAK), well(22, 30)],
    outcomes: ['reached'],
  },
  {
    name: 'its limit is reached as it ends',
    stretches: [leaks(10, 20), said(20, 22, 'red', FULL), well(22, 30)],
    outcomes: ['reached'],
  },
  {
    name: 'its limit was near, and it ended',
    stretches: [leaks(10, 20), said(20, 22, 'orange', NEAR, LEAK), well(22, 30)],
    outcomes: ['caught'],
  },
  {
    name: 'its limit was near, and its pod was started anew',
    stretches: [leaks(10, 20), said(20, 22, 'orange', NEAR, LEAK), well(22, 30)],
    restarts: [21.99],
    outcomes: ['reached'],
  },
  {
    name: 'the heap has the limit of the memory',
    stretches: [said(10, 20, 'orange', HEAP), said(20, 22, 'red', FULL, HEAP), well(22, 30)],
    outcomes: ['reached'],
  },
  {
    name: 'another signal is at its limit',
    stretches: [leaks(10, 20), said(20, 22, 'red', CPU, LEAK), well(22, 30)],
    outcomes: ['caught'],
  },
  { name: 'nobody saw it end', stretches: [leaks(10, 20), well(40, 50)], outcomes: ['unseen'] },
  {
    name: 'nobody saw it end, but its pod was near its limit and is started anew',
    stretches: [said(10, 20, 'orange', LEAK, NEAR), well(40, 50)],
    restarts: [30],
    outcomes: ['reached'],
  },
  { name: 'its service is grey since', stretches: [leaks(10, 20), grey(20, 50)], outcomes: ['standing'] },
  {
    name: 'its service was grey for long in between',
    stretches: [leaks(10, 20), grey(20, 22), well(22, 50)],
    outcomes: ['unseen'],
  },
  {
    name: 'its service was grey for a moment',
    stretches: [leaks(10, 20), grey(20, 20.1), well(20.1, 50)],
    outcomes: ['caught'],
  },
  {
    name: 'five graver reasons hide it for a while',
    stretches: [leaks(10, 20), said(20, 30, 'red', SLOW, SLOW, SLOW, SLOW, SLOW), leaks(30, 40)],
    outcomes: ['standing'],
  },
  {
    name: 'it is told again within the hour',
    stretches: [leaks(10, 20), well(20, 20.5), leaks(20.5, 30)],
    outcomes: ['standing'],
  },
  {
    name: 'it is told again, and began before it was said to end',
    stretches: [leaks(10, 20), well(20, 40), said(40, 50, 'orange', { ...LEAK, since: at(9) })],
    outcomes: ['standing'],
  },
  {
    name: 'another one comes later',
    stretches: [leaks(10, 20), well(20, 40), leaks(40, 50)],
    outcomes: ['caught', 'standing'],
  },
  {
    name: 'two signals at once are two',
    stretches: [said(10, 20, 'orange', LEAK, FILES), leaks(20, 30)],
    outcomes: ['standing', 'caught'],
  },
  { name: 'it was told before the week', stretches: [leaks(-10, -5), well(-5, 5)], outcomes: [] },
  { name: 'it is told after the week', stretches: [leaks(169, 170)], outcomes: [] },
  { name: 'it reaches into the week', stretches: [leaks(-10, 5), well(5, 8)], outcomes: ['caught'] },
  { name: 'it ends after the week', stretches: [leaks(160, 170), well(170, 172)], outcomes: ['caught'] },
]

describe('drifts of a week', () => {
  it.each(ROWS)('$name', ({ stretches, restarts = [], outcomes }) => {
    const source = sourceOf({
      stretches,
      restarts: restarts.map((hour) => ({ pod: 'orders-1', at: at(hour) })),
    })
    expect(weekDrifts(source, WEEK).map(({ outcome }) => outcome)).toEqual(outcomes)
  })

  it('are told in the words in which they were said first, and when that was', () => {
    const later = { ...LEAK, text: 'memory +40 MiB/h on orders-1 since 09:10' }
    const stretches = [leaks(10, 20), said(20, 30, 'orange', later, SLOW)]
    expect(weekDrifts(sourceOf({ stretches }), WEEK)).toEqual([
      { service: 'orders', text: LEAK.text, from: at(10), outcome: 'standing' },
    ])
  })

  it('count the restarts of their own pods only', () => {
    const stretches = [said(10, 20, 'orange', LEAK, NEAR), well(20, 30)]
    const source = sourceOf({ stretches, restarts: [{ pod: 'orders-2', at: at(20) }] })
    expect(weekDrifts(source, WEEK)[0]?.outcome).toBe('caught')
  })
})
