import { describe, expect, it } from 'vitest'
import type { ClockFace } from '#src/domain/sla/clockFace.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { clockLead, clockNote } from './clockWords.ts'
import { formatTicking } from './formatTicking.ts'

/** 09:00 in Paris. */
const NOW = parseTimestamp('2026-11-20T08:00:00Z') ?? 0

const running: ClockFace = {
  clock: 'trs',
  state: 'running',
  target: hours(4),
  spent: hours(1),
  asOf: NOW,
  holdsUntil: Number.POSITIVE_INFINITY,
  due: NOW + hours(3),
  atRiskAt: NOW + hours(1),
  breachedAt: null,
  timeZone: null,
}

const due = NOW - minutes(12)
const late: ClockFace = { ...running, spent: hours(4) + minutes(12), due, breachedAt: due }
const monday = NOW + hours(73)
const closed: ClockFace = { ...running, state: 'waiting', holdsUntil: monday, due: monday + hours(2) }
const stopped: ClockFace = { ...running, state: 'stopped' }
const paused: ClockFace = { ...running, state: 'paused', due: null, atRiskAt: null }

const rows = [
  { name: 'in time', face: running, after: seconds(0.4), lead: '3:00:00 left', note: 'due 12:00' },
  {
    name: 'at risk, from the very moment on',
    face: running,
    after: hours(1),
    lead: 'at risk, 2:00:00 left',
    note: 'due 12:00',
  },
  { name: 'its last second', face: running, after: hours(3), lead: 'at risk, 0:00 left', note: 'due 12:00' },
  {
    name: 'breached by the clock alone',
    face: running,
    after: hours(3) + 1,
    lead: 'BREACHED 0:00 ago',
    note: 'was due 12:00',
  },
  { name: 'breached', face: late, after: 0, lead: 'BREACHED 12:00 ago', note: 'was due 08:48' },
  {
    name: 'breached long ago',
    face: late,
    after: hours(29),
    lead: 'BREACHED 1 d 5 h ago',
    note: 'was due yesterday 08:48',
  },
  {
    name: 'outside of working hours',
    face: closed,
    after: 0,
    lead: 'waits for Mon 10:00',
    note: 'due Mon 12:00',
  },
  { name: 'paused', face: paused, after: hours(9), lead: '–', note: 'paused, 3 h left' },
  {
    name: 'paused when it was over',
    face: { ...paused, spent: hours(5), due: NOW - hours(2), breachedAt: NOW - hours(2) },
    after: 0,
    lead: 'BREACHED 2:00:00 ago',
    note: 'paused, 1 h over',
  },
  {
    name: 'met',
    face: { ...stopped, spent: minutes(12) + 900 },
    after: 0,
    lead: 'in 12 min',
    note: 'of 4 h agreed',
  },
  { name: 'met at once', face: { ...stopped, spent: 0 }, after: 0, lead: 'in 1 s', note: 'of 4 h agreed' },
  {
    name: 'missed',
    face: { ...stopped, spent: hours(5), due: NOW - hours(1) },
    after: 0,
    lead: 'MISSED, took 5 h',
    note: 'of 4 h agreed',
  },
]

describe('clockLead and clockNote', () => {
  it.each(rows)('$name', ({ face, after, lead, note }) => {
    expect(clockLead(face, NOW + after, 'Europe/Paris')).toBe(lead)
    expect(clockNote(face, NOW + after, 'Europe/Paris')).toBe(note)
  })

  it('name the place of the calendar where its clocks show another time', () => {
    const london = { ...running, timeZone: 'Europe/London' }
    expect(clockNote(london, NOW, 'Europe/Paris')).toBe('due 12:00 (11:00 London)')
    expect(clockNote(london, NOW, 'Africa/Abidjan')).toBe('due 11:00')
  })
})

describe('formatTicking', () => {
  it.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [97_200_000, '27:00:00'],
    [-5, '0:00'],
    [Number.NaN, '0:00'],
  ])('%d ms', (left, expected) => expect(formatTicking(left)).toBe(expected))
})
