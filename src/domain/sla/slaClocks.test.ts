import { describe, expect, it } from 'vitest'
import type { Cycle } from '#src/domain/ticket/ticket.ts'
import { EVENT_VERSION } from '#src/domain/ticket/ticketEvent.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { type ClockStanding, faceAt } from './clockFace.ts'
import { defaultPolicy } from './defaultPolicy.ts'
import type { Priority } from './priority.ts'
import { slaClocks } from './slaClocks.ts'
import { cycle, pause, priorities, ticketWith } from './testing/ticketWith.ts'

/** Monday, ten o'clock in Paris. */
const MONDAY = Date.parse('2026-11-23T10:00+01:00')
const FRIDAY = Date.parse('2026-11-27T10:00+01:00')
const SATURDAY = Date.parse('2026-11-28T12:00+01:00')
const at = (text: string): number => Date.parse(text)

const simple = (priority: Priority, given: Partial<Cycle> = {}, start = MONDAY) =>
  ticketWith({ priorities: priorities([start, priority]), cycles: [cycle(start, given)] })

/** A row: minutes after the opening, and what a clock says then. */
type Row = readonly [name: string, after: number, standing: ClockStanding, left: number]

describe('the time to acknowledge', () => {
  it.each<Row>([
    ['at its opening', 0, 'on-track', 15],
    ['before four fifths of it', 11, 'on-track', 4],
    ['from four fifths on', 12, 'at-risk', 3],
    ['at its limit, that is still kept', 15, 'at-risk', 0],
    ['a millisecond later', 15 + 1 / 60_000, 'breached', -1 / 60_000],
  ])('of a P1 %s', (_, after, standing, left) => {
    const now = MONDAY + minutes(after)
    const reading = faceAt(slaClocks(simple(1), now).tta, now)
    expect(reading).toEqual({ standing, spent: minutes(after), left: Math.round(minutes(left)), runs: true })
  })

  it.each<Row>([
    ['at once', 0, 'met', 15],
    ['at its limit', 15, 'met', 0],
    ['a minute later', 16, 'missed', -1],
  ])('ends with an acknowledgement %s', (_, after, standing, left) => {
    const ackAt = MONDAY + minutes(after)
    const { tta } = slaClocks(simple(1, { ackAt }), ackAt + hours(30))
    expect(tta).toMatchObject({ state: 'stopped', asOf: ackAt, holdsUntil: Infinity })
    expect(faceAt(tta, ackAt + hours(40))).toMatchObject({ standing, left: minutes(left), runs: false })
  })

  it('never pauses, and ends with what restored it where nobody has acknowledged', () => {
    const restoredAt = MONDAY + minutes(14)
    const pauses = [pause(MONDAY, null)]
    const now = MONDAY + minutes(30)
    expect(faceAt(slaClocks(simple(1, { pauses }), now).tta, now).standing).toBe('breached')
    expect(slaClocks(simple(1, { restoredAt }), now).tta).toMatchObject({
      state: 'stopped',
      asOf: restoredAt,
      spent: minutes(14),
      breachedAt: null,
    })
  })

  it('stands still while all was well, when nobody could know', () => {
    const wellAgain = [{ from: MONDAY + minutes(10), to: MONDAY + minutes(40) }]
    const now = MONDAY + minutes(41)
    expect(slaClocks(simple(1, { wellAgain, reopens: 1 }), now).tta).toMatchObject({
      state: 'running',
      due: MONDAY + minutes(45),
      breachedAt: null,
    })
  })

  it('waits for the opening, and is due at its end where a day fits exactly', () => {
    const ticket = simple(4, {}, SATURDAY)
    expect(slaClocks(ticket, SATURDAY + 1).tta).toEqual({
      clock: 'tta',
      state: 'waiting',
      target: hours(9),
      spent: 0,
      asOf: SATURDAY,
      holdsUntil: at('2026-11-30T09:00+01:00'),
      due: at('2026-11-30T18:00+01:00'),
      atRiskAt: at('2026-11-30T16:12+01:00'),
      breachedAt: null,
      timeZone: 'Europe/Paris',
    })
    const evening = at('2026-11-30T18:30+01:00')
    const late = slaClocks(ticket, evening).tta
    expect(faceAt(late, evening)).toEqual({ standing: 'breached', spent: hours(9), left: 0, runs: false })
    expect(late).toMatchObject({ state: 'waiting', breachedAt: at('2026-11-30T18:00+01:00') })
    const acknowledged = simple(4, { ackAt: evening }, SATURDAY)
    expect(faceAt(slaClocks(acknowledged, evening).tta, evening).standing).toBe('missed')
  })
})

describe('the time to restore', () => {
  it.each<Row>([
    ['before its line of risk', 119, 'on-track', 121],
    ['at two hours', 120, 'at-risk', 120],
    ['at four', 240, 'at-risk', 0],
    ['later', 250, 'breached', -10],
  ])('of a P1 %s', (_, after, standing, left) => {
    const now = MONDAY + minutes(after)
    expect(faceAt(slaClocks(simple(1), now).trs, now)).toMatchObject({ standing, left: minutes(left) })
  })

  it('stands still while it is paused, and goes on by itself where that was said', () => {
    const [from, until] = [MONDAY + hours(1), MONDAY + hours(3)]
    const ticket = simple(2, { pauses: [pause(from, null, until)] })
    const paused = slaClocks(ticket, from + minutes(5)).trs
    expect(paused).toMatchObject({
      state: 'paused',
      spent: hours(1),
      asOf: from,
      holdsUntil: until,
      due: null,
      atRiskAt: null,
    })
    expect(faceAt(paused, until - 1)).toMatchObject({ standing: 'paused', left: hours(7), runs: false })
    expect(slaClocks(ticket, until).trs).toMatchObject({
      state: 'running',
      spent: hours(1),
      asOf: until,
      holdsUntil: Infinity,
      due: MONDAY + hours(10),
    })
  })

  it.each([
    ['two that overlap', [pause(60, 180), pause(120, 240)], 180],
    ['one within the other', [pause(60, 240), pause(90, 120)], 180],
    ['one that was ended before its time', [pause(60, 120, 600)], 60],
    ['one that ended by itself', [pause(60, 600, 120)], 60],
    ['two that touch, told in the wrong order', [pause(120, 180), pause(60, 120)], 120],
    ['one from before the opening', [pause(-60, 60)], 60],
  ])('is put off by pauses: %s', (_, given, off) => {
    const moment = (n: number | null): number | null => (n === null ? null : MONDAY + minutes(n))
    const pauses = given.map(({ from, to, until }) =>
      pause(MONDAY + minutes(from), moment(to), moment(until)),
    )
    expect(slaClocks(simple(2, { pauses }), MONDAY + hours(20)).trs.due).toBe(
      MONDAY + hours(8) + minutes(off),
    )
  })

  it('is put off by no pause over a weekend', () => {
    const pauses = [pause(at('2026-11-27T18:00+01:00'), at('2026-11-30T09:00+01:00'))]
    const now = at('2026-11-30T10:00+01:00')
    expect(slaClocks(simple(3, { pauses }, FRIDAY), now).trs).toEqual(
      slaClocks(simple(3, {}, FRIDAY), now).trs,
    )
  })

  it('stays breached in a pause, and is not breached by one', () => {
    const late = MONDAY + hours(5)
    const breached = slaClocks(simple(1, { pauses: [pause(late, null)] }), late + hours(9)).trs
    expect(faceAt(breached, late + hours(9)).standing).toBe('breached')
    expect(breached).toMatchObject({ due: MONDAY + hours(4), breachedAt: MONDAY + hours(4) })
    const inTime = slaClocks(simple(1, { pauses: [pause(late - hours(2), null)] }), late + hours(9)).trs
    expect(faceAt(inTime, late + hours(90)).standing).toBe('paused')
    expect(inTime.breachedAt).toBeNull()
  })

  it('counts a pause from its very limit on as one in time', () => {
    const limit = MONDAY + hours(4)
    const ticket = simple(1, { pauses: [pause(limit, limit + hours(1))] })
    expect(faceAt(slaClocks(ticket, limit + 1).trs, limit + 1).standing).toBe('paused')
    expect(slaClocks(ticket, limit + hours(2)).trs.due).toBe(limit + hours(1))
  })

  it('leaves out what was well before it came back', () => {
    const wellAgain = [{ from: MONDAY + hours(1), to: MONDAY + hours(1) + minutes(20) }]
    const restoredAt = MONDAY + hours(4) + minutes(20)
    const { trs } = slaClocks(simple(1, { wellAgain, restoredAt, reopens: 1 }), restoredAt)
    expect(faceAt(trs, restoredAt)).toMatchObject({ standing: 'met', spent: hours(4) })
  })

  it('begins anew with a new cycle', () => {
    const later = MONDAY + hours(50)
    const cycles = [cycle(MONDAY, { ackAt: MONDAY, restoredAt: MONDAY + hours(9) }), cycle(later)]
    const { tta, trs } = slaClocks(ticketWith({ priorities: priorities([MONDAY, 1]), cycles }), later)
    expect(trs).toMatchObject({ state: 'running', spent: 0, due: later + hours(4), breachedAt: null })
    expect(tta).toMatchObject({ state: 'running', due: later + minutes(15) })
  })
})

describe('both clocks', () => {
  it('are counted from the opening when the priority changes, with the pauses there were', () => {
    const changed = MONDAY + hours(3)
    const ticket = ticketWith({
      priorities: priorities([MONDAY, 3], [changed, 1]),
      cycles: [cycle(MONDAY, { ackAt: MONDAY + hours(1), pauses: [pause(MONDAY, MONDAY + hours(1))] })],
    })
    const { tta, trs } = slaClocks(ticket, changed)
    expect(trs).toMatchObject({ target: hours(4), due: MONDAY + hours(5), timeZone: null })
    expect(tta).toMatchObject({ target: hours(2), timeZone: 'Europe/Paris' })
    expect(faceAt(tta, changed).standing).toBe('met')
  })

  it.each([
    ['late as P1, lowered afterwards', 1, 3, 60, 20, 'missed'],
    ['in time as P3, raised afterwards', 3, 1, 60, 20, 'met'],
    ['late as P1, lowered by the same act', 1, 3, 20, 20, 'missed'],
    ['in time as P3, raised by the same act', 3, 1, 20, 20, 'met'],
    ['in time as P3, lowered before it was late as P1', 1, 3, 10, 20, 'met'],
    ['late as P1, raised before', 3, 1, 10, 20, 'missed'],
  ] as const)(
    'an acknowledgement is judged by what held then: %s',
    (_, first, then, change, ack, expected) => {
      const ticket = ticketWith({
        priorities: priorities([MONDAY, first], [MONDAY + minutes(change), then]),
        cycles: [cycle(MONDAY, { ackAt: MONDAY + minutes(ack) })],
      })
      const now = MONDAY + hours(2)
      expect(faceAt(slaClocks(ticket, now).tta, now).standing).toBe(expected)
    },
  )

  it('stop where a ticket went into another one', () => {
    const merged = MONDAY + minutes(5)
    const head = { v: EVENT_VERSION, ticket: 't1', actor: 'anna', at: merged, id: 'm' } as const
    const ticket = ticketWith({
      ...simple(1),
      mergedInto: 't2',
      timeline: [
        { at: merged, redacted: false, event: { ...head, kind: 'merged_into', data: { into: 't2' } } },
      ],
    })
    const { tta, trs } = slaClocks(ticket, MONDAY + hours(9))
    expect([tta.state, trs.state]).toEqual(['stopped', 'stopped'])
    expect([tta.asOf, trs.breachedAt]).toEqual([merged, null])
  })

  it('go by day and night where their calendar is missing, and by UTC where its zone is unknown', () => {
    const policy = defaultPolicy('Europe/Paris')
    const missing = slaClocks({ ...simple(4), policy: { ...policy, calendars: {} } }, MONDAY).tta
    expect(missing).toMatchObject({ due: MONDAY + hours(9), timeZone: null })
    const unknown = slaClocks({ ...simple(4), policy: defaultPolicy('Mars/Olympus_Mons') }, MONDAY).tta
    expect(unknown).toMatchObject({ due: at('2026-11-23T18:00Z'), timeZone: 'UTC' })
  })

  it('are due at no time where their calendar never opens again', () => {
    const policy = defaultPolicy('Europe/Paris')
    const closed = { timeZone: 'Europe/Paris', hours: [], holidays: [] }
    const ticket = { ...simple(4), policy: { ...policy, calendars: { business: closed } } }
    const { trs } = slaClocks(ticket, MONDAY)
    expect(trs).toMatchObject({ state: 'waiting', due: null, atRiskAt: null, holdsUntil: Infinity })
    expect(faceAt(trs, MONDAY + hours(9000)).standing).toBe('on-track')
  })
})
