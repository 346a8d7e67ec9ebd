import { describe, expect, it } from 'vitest'
import { figuresOf } from '#src/domain/statistics/figuresOf.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import { at, said, seenAs, sourceOf, WEEK } from '#src/domain/week/testing/weekRig.ts'
import { weekSeen } from '#src/domain/week/weekSeen.ts'
import { type WeekTotals, weekTotals } from '#src/domain/week/weekTotals.ts'
import type { WeekSource } from '#src/domain/week/weekSource.ts'
import {
  availableText,
  dayTick,
  deploysText,
  driftsText,
  seenOfText,
  seenText,
  ticketsText,
  weekFigures,
  weekSentence,
} from './weekWords.ts'

const WATCHED = [
  { from: at(0), to: at(20) },
  { from: at(30), to: at(41.9) },
]

const week = (sources: readonly WeekSource[], watched = WATCHED): WeekSeen => weekSeen(sources, watched, WEEK)
const service = (name: string, lights: string): WeekSource => sourceOf({ name, lights: seenAs(lights) })

const spread = (n: number, median: number | null) => ({ ...figuresOf([]).tta, n, median })
const TICKETS: WeekTickets = {
  figures: { ...figuresOf([]), n: 7, tta: spread(6, minutes(4)), trsNet: spread(5, minutes(70)) },
  breaches: { byTime: 1, byRequalification: 0 },
  excluded: { merged: 0, falsePositives: 0, drills: 0 },
}
const NO_TICKETS: WeekTickets = {
  ...TICKETS,
  figures: figuresOf([]),
  breaches: { byTime: 0, byRequalification: 0 },
}

describe('how much was seen', () => {
  it.each([
    [hours(31.99), '31 h'],
    [hours(168) - 1, '167 h'],
    [minutes(59.9), '59 min'],
    [0, '0 min'],
  ])('%d: %s, never more than it was', (duration, text) => {
    expect(seenText(duration)).toBe(text)
  })

  it('is said of how much', () => {
    expect(seenOfText(week([]))).toBe('seen 31 h of 168 h')
  })

  it('is no availability under an hour, and never all where it was not', () => {
    expect(availableText({ available: null })).toBe('–')
    expect(availableText({ available: 0.99999 })).toBe('99.9 %')
    expect(availableText({ available: 1 - 1e-12 })).toBe('99.9 %')
    expect(availableText({ available: 0.96875 })).toBe('96.8 %')
    expect(availableText({ available: 1 - 43 / 100 })).toBe('57.0 %')
    expect(availableText({ available: 0 })).toBe('0.0 %')
    expect(availableText({ available: 1 })).toBe('100 %')
  })
})

describe('a week in a sentence', () => {
  it.each<{ name: string; seen: WeekSeen; sentence: string }>([
    { name: 'nobody watched', seen: week([], []), sentence: 'Nobody watched in this week' },
    {
      name: 'all was grey',
      seen: week([sourceOf()]),
      sentence: 'No service could be seen in this week',
    },
    {
      name: 'well',
      seen: week([service('orders', 'g0~20'), service('billing', 'o0~20'), sourceOf({ name: 'mail' })]),
      sentence: 'None of 2 services was seen red',
    },
    {
      name: 'one was red',
      seen: week([service('orders', 'g0~19 r19~20'), service('billing', 'g0~20')]),
      sentence: '1 of 2 services was seen red: orders 95.0 %',
    },
    {
      name: 'some were, one of them for a moment only',
      seen: week(
        ['a', 'b', 'c', 'd', 'e'].map((name) => service(name, name === 'e' ? 'r0~0.5' : 'g0~18 r18~20')),
      ),
      sentence: '5 of 5 services were seen red: a 90.0 %, b 90.0 %, c 90.0 %, 2 more',
    },
    {
      name: 'of which too little was seen for a share',
      seen: week([service('orders', 'r0~0.5')]),
      sentence: '1 of 1 service was seen red: orders',
    },
  ])('$name', ({ seen, sentence }) => {
    expect(weekSentence(seen)).toBe(sentence)
  })
})

const drifts = (given: Partial<WeekTotals['drifts']>): string =>
  driftsText({ caught: 0, reached: 0, standing: 0, unseen: 0, ...given })

describe('what happened', () => {
  it('of drifts', () => {
    expect(drifts({})).toBe('0 drifts')
    expect(drifts({ caught: 1 })).toBe('1 drift: 1 ended before its limit')
    expect(drifts({ caught: 2, reached: 1, standing: 1, unseen: 1 })).toBe(
      '5 drifts: 1 reached its limit, 1 stands, 1 ended while nobody watched, 2 ended before their limit',
    )
  })

  it.each([
    { given: [0, 0, 0], text: 'no deploy' },
    { given: [1, 0, 0], text: '1 deploy, none followed by red' },
    { given: [8, 1, 2], text: '8 deploys, 1 of 8 followed by red, 2 more seen only afterwards' },
    { given: [0, 0, 2], text: 'no deploy, 2 seen only afterwards' },
  ])('of deploys: $text', ({ given: [deploys = 0, failedDeploys = 0, unseenDeploys = 0], text }) => {
    expect(deploysText({ deploys, failedDeploys, unseenDeploys })).toBe(text)
  })

  it('of tickets', () => {
    expect(ticketsText(TICKETS)).toBe(
      '7 tickets, TTA 4 min (median of 6), TRS 1 h 10 min (median of 5), 1 limit broken',
    )
    expect(ticketsText(NO_TICKETS)).toBe('0 tickets')
  })
})

const rows = (seen: WeekSeen, tickets: WeekTickets | null): readonly string[] =>
  weekFigures(seen, tickets).map(({ label, value, note }) => `${label}: ${value}, ${note}`)

describe('the numbers of a week', () => {
  it('say what they rest on', () => {
    const leak = { kind: 'drift', text: 'memory +31 MiB/h on orders-1' } as const
    const seen = week([sourceOf({ lights: seenAs('g0~20'), stretches: [said(1, 9, 'orange', leak)] })])
    expect(rows(seen, TICKETS)).toEqual([
      'Watched: 31 h, of 168 h, 2 gaps',
      'Time to acknowledge: 4 min, median of 6',
      'Time to restore: 1 h 10 min, median of 5',
      'Limits broken: 1, 7 tickets',
      'Deploys: 0, no deploy',
      'Drifts: 1, 1 stands',
    ])
    expect(weekTotals(seen).drifts.standing).toBe(1)
  })

  it('say where nothing tells them', () => {
    expect(rows(week([], [WEEK]), null)).toEqual([
      'Watched: 168 h, of 168 h, without a gap',
      'Time to acknowledge: –, the board does not answer',
      'Time to restore: –, the board does not answer',
      'Limits broken: –, the board does not answer',
      'Deploys: 0, no deploy',
      'Drifts: 0, none was told',
    ])
  })

  it('say nothing of what nobody watched, not even that there was none', () => {
    expect(rows(week([], []), NO_TICKETS)).toEqual([
      'Watched: 0 min, of 168 h, 1 gap',
      'Time to acknowledge: –, nothing to time',
      'Time to restore: –, nothing to time',
      'Limits broken: 0, no ticket',
      'Deploys: –, nobody watched',
      'Drifts: –, nobody watched',
    ])
    const deploy = { version: '2', at: at(9), lastAt: at(9), pods: [], isRollback: false }
    expect(rows(week([sourceOf({ deploys: [deploy] })], []), NO_TICKETS)[4]).toBe(
      'Deploys: –, 1 seen only afterwards',
    )
  })

  it('tell a day under an axis', () => {
    expect(dayTick(at(23.5), 'Europe/Paris')).toBe('Tue 17')
  })
})
