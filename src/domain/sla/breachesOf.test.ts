import { describe, expect, it } from 'vitest'
import type { PriorityChange, Ticket } from '#src/domain/ticket/ticket.ts'
import { EVENT_VERSION } from '#src/domain/ticket/ticketEvent.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { breachesOf } from './breachesOf.ts'
import { defaultPolicy } from './defaultPolicy.ts'
import { slaClocks } from './slaClocks.ts'
import { cycle, pause, priorities, ticketWith } from './testing/ticketWith.ts'

/** Monday, ten o'clock in Paris. */
const MONDAY = Date.parse('2026-11-23T10:00+01:00')
const after = (h: number): number => MONDAY + hours(h)
const acknowledged = cycle(MONDAY, { ackAt: MONDAY })

/** As `trs P1 4 h`, with `!` where it came by a change. */
const told = (ticket: Ticket, now: number): readonly string[] =>
  breachesOf(ticket, now).map(
    ({ clock, at, priority, byRequalification }) =>
      `${clock} P${priority} ${(at - MONDAY) / hours(1)} h${byRequalification ? ' !' : ''}`,
  )

type Row = readonly [
  name: string,
  changes: readonly PriorityChange[],
  now: number,
  breaches: readonly string[],
]

describe('breachesOf', () => {
  it.each<Row>([
    ['none before the limit', priorities([MONDAY, 1]), 4, []],
    ['one at the limit', priorities([MONDAY, 1]), 4.001, ['trs P1 4 h']],
    [
      'raised past the new limit: at that moment',
      priorities([MONDAY, 3], [after(6), 1]),
      6.001,
      ['trs P1 6 h !'],
    ],
    ['raised before it: by time', priorities([MONDAY, 3], [after(3), 1]), 9, ['trs P1 4 h']],
    ['raised at the very limit: by time', priorities([MONDAY, 3], [after(4), 1]), 9, ['trs P1 4 h']],
    ['lowered afterwards: it stays', priorities([MONDAY, 1], [after(5), 3]), 9, ['trs P1 4 h']],
    ['lowered before: none', priorities([MONDAY, 1], [after(3), 3]), 9, []],
    [
      'lowered, and late again as P3',
      priorities([MONDAY, 1], [after(5), 3]),
      200,
      // Twenty-seven business hours from Monday at ten: Thursday at ten.
      ['trs P1 4 h', 'trs P3 72 h'],
    ],
    ['late and raised further: still the same', priorities([MONDAY, 2], [after(9), 1]), 20, ['trs P2 8 h']],
    [
      'raised, lowered and raised again: one',
      priorities([MONDAY, 3], [after(6), 1], [after(7), 3], [after(8), 1]),
      20,
      ['trs P1 6 h !'],
    ],
    [
      'raised in two steps, of which the second is too much',
      priorities([MONDAY, 3], [after(6), 2], [after(7), 1]),
      20,
      ['trs P1 7 h !'],
    ],
  ])('%s', (_, changes, now, expected) => {
    expect(told(ticketWith({ priorities: changes, cycles: [acknowledged] }), after(now))).toEqual(expected)
  })

  it('knows both clocks, each for itself', () => {
    const ticket = ticketWith({ priorities: priorities([MONDAY, 1]), cycles: [cycle(MONDAY)] })
    expect(told(ticket, after(5))).toEqual(['tta P1 0.25 h', 'trs P1 4 h'])
    expect(slaClocks(ticket, after(5)).tta.breachedAt).toBe(MONDAY + minutes(15))
  })

  it('ends with the acknowledgement and with the restoration', () => {
    const ended = cycle(MONDAY, { ackAt: MONDAY + minutes(15), restoredAt: after(4) })
    expect(told(ticketWith({ priorities: priorities([MONDAY, 1]), cycles: [ended] }), after(99))).toEqual([])
    const late = cycle(MONDAY, { ackAt: MONDAY + minutes(16), restoredAt: after(4) + 1 })
    expect(told(ticketWith({ priorities: priorities([MONDAY, 1]), cycles: [late] }), after(99))).toEqual([
      'tta P1 0.25 h',
      'trs P1 4 h',
    ])
  })

  it('counts what was raised after it was restored, before it was closed', () => {
    const cycles = [cycle(MONDAY, { ackAt: MONDAY, restoredAt: after(5) })]
    const ticket = ticketWith({ priorities: priorities([MONDAY, 3], [after(5.5), 1]), cycles })
    expect(told(ticket, after(9))).toEqual(['trs P1 5.5 h !'])
  })

  it('keeps those of earlier cycles, that later priorities do not touch', () => {
    const first = cycle(MONDAY, { ackAt: MONDAY, restoredAt: after(5) })
    const second = cycle(after(30), { ackAt: after(30) })
    const later = ticketWith({
      priorities: priorities([MONDAY, 3], [after(31), 1]),
      cycles: [first, second],
    })
    expect(told(later, after(33))).toEqual([])
    expect(told(later, after(35))).toEqual(['trs P1 34 h'])
    const early = ticketWith({ priorities: priorities([MONDAY, 1]), cycles: [first, second] })
    expect(told(early, after(33))).toEqual(['trs P1 4 h'])
    expect(slaClocks(early, after(33)).trs.breachedAt).toBeNull()
  })

  it('has none that time brought while it was paused', () => {
    const paused = cycle(MONDAY, { ackAt: MONDAY, pauses: [pause(after(3), after(90))] })
    const ticket = ticketWith({ priorities: priorities([MONDAY, 1]), cycles: [paused] })
    expect(told(ticket, after(90))).toEqual([])
    expect(told(ticket, after(92))).toEqual(['trs P1 91 h'])
  })

  it('has one by a priority that was raised in a pause, if it was past that limit before', () => {
    const paused = cycle(MONDAY, { ackAt: MONDAY, pauses: [pause(after(6), null)] })
    const raised = ticketWith({ priorities: priorities([MONDAY, 3], [after(8), 1]), cycles: [paused] })
    expect(told(raised, after(9))).toEqual(['trs P1 8 h !'])
  })

  it('judges each stretch by the policy of its time', () => {
    const policy = defaultPolicy('Europe/Paris')
    const strict = {
      ...policy,
      targets: { ...policy.targets, 2: { ...policy.targets[2], restore: hours(2) } },
    }
    const head = { v: EVENT_VERSION, ticket: 't1', actor: 'anna' } as const
    const { links, openedAt, ...ticket } = ticketWith({
      priorities: priorities([MONDAY, 2]),
      cycles: [acknowledged],
    })
    const { title, description, service, project, source, dedupKey, episode, why } = ticket
    const data = { title, description, service, project, source, dedupKey, episode, why, links, openedAt }
    const more = { priority: 2, detectedAt: openedAt, recurrenceOf: null, evidence: null, policy } as const
    const opened = { ...head, id: 'open', at: MONDAY, kind: 'opened', data: { ...data, ...more } } as const
    const changed = {
      ...head,
      id: 'c',
      at: after(3),
      kind: 'policy_changed',
      data: { policy: strict, reason: 'agreed' },
    } as const
    const timeline = [opened, changed].map((event) => ({ at: event.at, event, redacted: false }))
    const both = { ...ticket, links, openedAt, timeline, policy: strict }
    expect(told(both, after(2.5))).toEqual([])
    expect(told(both, after(4))).toEqual(['trs P2 3 h !'])
  })
})
