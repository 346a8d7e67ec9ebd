import { describe, expect, it } from 'vitest'
import { at } from '#src/domain/check/testing/sampleNight.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { checkMoment, checkSpan, lasting, lastingAtLeast } from './checkTimeWords.ts'

const paris = { now: at('23 08:55'), timeZone: 'Europe/Paris' }
const utc = (text: string): number => parseTimestamp(text) ?? Number.NaN
/** Clocks in Paris went back from 03:00 to 02:00 at 01:00 UTC. */
const october = { now: utc('2026-10-25T08:00:00Z'), timeZone: 'Europe/Paris' }

describe('checkMoment', () => {
  it.each([
    { moment: at('23 03:12'), text: '03:12' },
    { moment: at('22 23:59'), text: 'Sun 23:59' },
    { moment: at('17 17:40'), text: 'Tue 17:40' },
    { moment: at('16 17:40'), text: '16 Nov 17:40' },
    { moment: at('24 14:00'), text: 'Tue 14:00' },
    { moment: utc('2025-11-20T16:40:00Z'), text: '20 Nov 2025 17:40' },
  ])('$text', ({ moment, text }) => {
    expect(checkMoment(moment, paris)).toBe(text)
  })

  it.each([
    { moment: '2026-10-24T23:59:00Z', text: '01:59' },
    { moment: '2026-10-25T00:30:00Z', text: '02:30' },
    { moment: '2026-10-25T01:00:00Z', text: '02:00 (UTC+1)' },
    { moment: '2026-10-25T01:30:00Z', text: '02:30 (UTC+1)' },
    { moment: '2026-10-25T02:00:00Z', text: '03:00' },
  ])('tells the second of two: $text', ({ moment, text }) => {
    expect(checkMoment(utc(moment), october)).toBe(text)
  })

  it('knows half hours, and zones west of Greenwich', () => {
    const lordHowe = { now: utc('2026-04-05T08:00:00Z'), timeZone: 'Australia/Lord_Howe' }
    expect(checkMoment(utc('2026-04-04T15:10:00Z'), lordHowe)).toBe('01:40 (UTC+10:30)')
    const newYork = { now: utc('2026-11-01T12:00:00Z'), timeZone: 'America/New_York' }
    expect(checkMoment(utc('2026-11-01T06:30:00Z'), newYork)).toBe('01:30 (UTC−5)')
    expect(checkMoment(utc('2026-03-29T01:30:00Z'), { ...october, now: utc('2026-03-29T08:00:00Z') })).toBe(
      '03:30',
    )
  })
})

describe('checkSpan', () => {
  it.each([
    { from: at('23 01:00'), to: at('23 01:40'), text: '01:00–01:40' },
    { from: at('21 01:00'), to: at('21 01:40'), text: 'Sat 01:00–01:40' },
    { from: at('21 23:50'), to: at('22 00:10'), text: 'Sat 23:50–Sun 00:10' },
    { from: at('22 23:50'), to: at('23 00:10'), text: 'Sun 23:50–00:10' },
    { from: at('21 01:00'), to: at('21 01:00') + 9, text: 'Sat 01:00' },
  ])('$text', ({ from, to, text }) => {
    expect(checkSpan({ from, to }, paris)).toBe(text)
  })

  it('tells an hour that clocks show twice', () => {
    const span = { from: utc('2026-10-25T00:30:00Z'), to: utc('2026-10-25T01:30:00Z') }
    expect(checkSpan(span, october)).toBe('02:30–02:30 (UTC+1)')
  })
})

describe('lasting', () => {
  it.each([
    { duration: 0, text: '1 s', least: 'at least 1 s' },
    { duration: seconds(40.4), text: '40 s', least: 'at least 40 s' },
    { duration: seconds(59.9), text: '1 min', least: 'at least 59 s' },
    { duration: minutes(23) + seconds(55), text: '24 min', least: 'at least 23 min' },
    { duration: hours(6) + minutes(55), text: '6 h 55 min', least: 'at least 6 h 55 min' },
    { duration: hours(51), text: '2 d 3 h', least: 'at least 2 d 3 h' },
  ])('$text', ({ duration, text, least }) => {
    expect([lasting(duration), lastingAtLeast(duration)]).toEqual([text, least])
  })
})
