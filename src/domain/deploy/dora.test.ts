import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RedSpell } from '#src/domain/series/redSpells.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { Deploy } from './deploysOf.ts'
import { type Dora, dora } from './dora.ts'

const NOW: EpochMs = Date.UTC(2026, 10, 20, 12)

/** So many minutes after the first moment of the 28 days. */
const at = (minute: number): EpochMs => NOW - days(28) + minutes(minute)

const deploy = (from: number, to: number = from): Deploy => ({
  version: '1',
  at: at(from),
  lastAt: at(to),
  pods: ['orders-1'],
  isRollback: false,
})

const red = (from: number, to: number | null, redUntil: number | null = to): RedSpell => ({
  from: at(from),
  redUntil: at(redUntil ?? from),
  to: to === null ? null : at(to),
})

const ALWAYS: readonly SeenSpan[] = [{ from: at(0), to: NOW }]
const DAY = 24 * 60

type Row = {
  readonly name: string
  readonly deploys?: readonly Deploy[]
  readonly spells?: readonly RedSpell[]
  readonly observed?: readonly SeenSpan[]
  readonly told: Partial<Dora>
}

describe('how deploys went', () => {
  it.each<Row>([
    {
      name: 'nobody watched',
      deploys: [deploy(10)],
      observed: [],
      told: {
        observedFor: 0,
        deploys: 0,
        unseen: 1,
        perWeek: null,
        failed: 0,
        changeFailureRate: null,
        restored: 0,
        restoreMedian: null,
      },
    },
    {
      name: 'no deploy in four weeks',
      told: {
        observedFor: days(28),
        deploys: 0,
        unseen: 0,
        perWeek: 0,
        changeFailureRate: null,
        restoreMedian: null,
      },
    },
    {
      name: 'one a week, well',
      deploys: [1, 8, 15, 22].map((day) => deploy(day * DAY)),
      told: { deploys: 4, perWeek: 1, failed: 0, changeFailureRate: 0, restored: 0, restoreMedian: null },
    },
    {
      name: 'two in a day of watching that was spread over a week',
      deploys: [deploy(0), deploy(3 * DAY)],
      observed: [0, 1, 2, 3].map((day) => ({ from: at(day * DAY), to: at(day * DAY + 360) })),
      told: { observedFor: days(1), deploys: 2, perWeek: 14 },
    },
    {
      name: 'one in ten minutes of watching',
      deploys: [deploy(5)],
      observed: [{ from: at(0), to: at(10) }],
      told: { observedFor: minutes(10), deploys: 1, perWeek: 7 },
    },
    {
      name: 'one at night, found in the morning, and one of which the last hour was seen',
      deploys: [deploy(0), deploy(600 - 59)],
      observed: [{ from: at(600), to: at(1200) }],
      told: { observedFor: hours(10), deploys: 1, unseen: 1 },
    },
    {
      name: 'one of half, restored in twenty minutes',
      deploys: [deploy(100), deploy(1000)],
      spells: [red(130, 150)],
      told: {
        deploys: 2,
        failed: 1,
        changeFailureRate: 0.5,
        restored: 1,
        restoreMedian: minutes(20),
      },
    },
    {
      name: 'red an hour after the last pod',
      deploys: [deploy(100, 130)],
      spells: [red(190, 200)],
      told: { failed: 1 },
    },
    { name: 'red later', deploys: [deploy(100, 130)], spells: [red(191, 200)], told: { failed: 0 } },
    {
      name: 'red before, and mended by it',
      deploys: [deploy(100)],
      spells: [red(90, 105)],
      told: { failed: 0 },
    },
    {
      name: 'a roll-back: the deploy before it failed, it did not',
      deploys: [deploy(100), deploy(120)],
      spells: [red(105, 125)],
      told: { failed: 1, changeFailureRate: 0.5, restoreMedian: minutes(20) },
    },
    {
      name: 'red twice after one deploy: it failed once, and lasted until the end',
      deploys: [deploy(100)],
      spells: [red(105, 110), red(115, 145)],
      told: { failed: 1, changeFailureRate: 1, restored: 1, restoreMedian: minutes(40) },
    },
    {
      name: 'red still',
      deploys: [deploy(100)],
      spells: [red(105, null)],
      told: { failed: 1, restored: 0, restoreMedian: null },
    },
    {
      name: 'restored while nobody watched',
      deploys: [deploy(100)],
      spells: [red(105, 900, 130)],
      told: { failed: 1, restored: 0, restoreMedian: null },
    },
    {
      name: 'the median of two, and of three',
      deploys: [deploy(0), deploy(1000), deploy(2000)],
      spells: [red(10, 20), red(1010, 1040), red(2010, 2110)],
      told: { restored: 3, restoreMedian: minutes(30) },
    },
    {
      name: 'the median of two lies between them',
      deploys: [deploy(0), deploy(1000)],
      spells: [red(10, 20), red(1010, 1040)],
      told: { restored: 2, restoreMedian: minutes(20) },
    },
    {
      name: 'longer ago',
      deploys: [deploy(-10)],
      spells: [red(-5, 5)],
      observed: [{ from: at(-900), to: NOW }],
      told: { observedFor: days(28), deploys: 0, unseen: 0, failed: 0 },
    },
  ])('$name', ({ deploys = [], spells = [], observed = ALWAYS, told }) => {
    expect(dora({ deploys, spells, observed }, DEFAULT_POLICY, NOW)).toMatchObject(told)
  })

  it('adds up, whatever happened', () => {
    const moment = fc.integer({ min: -2000, max: 28 * DAY })
    const pair = fc.tuple(moment, fc.integer({ min: 0, max: 500 }))
    const inOrder = fc.array(pair, { maxLength: 12 }).map((all) => all.toSorted(([a], [b]) => a - b))
    fc.assert(
      fc.property(inOrder, inOrder, inOrder, (runs, reds, watched) => {
        const deploys = runs.map(([from, length]) => deploy(from, from + length))
        const spells = reds.map(([from, length]) => red(from, length === 0 ? null : from + length))
        const observed = watched
          .slice(0, 1)
          .map(([from, length]) => ({ from: at(from), to: at(from + length) }))
        const told = dora({ deploys, spells, observed }, DEFAULT_POLICY, NOW)
        expect(told.deploys + told.unseen).toBe(deploys.filter((one) => one.at >= at(0)).length)
        expect(told.restored).toBeLessThanOrEqual(told.failed)
        expect(told.failed).toBeLessThanOrEqual(Math.min(told.deploys, spells.length))
        expect(told.restoreMedian === null).toBe(told.restored === 0)
        expect(told.perWeek === null).toBe(told.observedFor === 0)
        expect(told.perWeek ?? 0).toBeLessThanOrEqual(7 * told.deploys)
      }),
    )
  })
})
