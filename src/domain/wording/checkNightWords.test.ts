import { describe, expect, it } from 'vitest'
import { at, EVENING, MORNING, nightOf } from '#src/domain/check/testing/sampleNight.ts'
import { filledText, fillingText, gapsShort, gapTexts, silencesText, silenceText } from './checkNightWords.ts'

const reader = { now: at('23 08:55'), timeZone: 'Europe/Paris' }
const gap = { from: at('21 01:00'), to: at('21 01:40') }

describe('gaps', () => {
  it('tells each, and that nothing is known of it', () => {
    expect(gapTexts(nightOf([], { gaps: [gap] }), reader)).toEqual([
      'Nobody watched Sat 01:00–01:40 (40 min): what happened then is not known.',
    ])
    expect([gapTexts(nightOf([]), reader), gapsShort(nightOf([]), reader)]).toEqual([[], null])
  })

  it('tells that it was all of the time', () => {
    const night = nightOf([], { gaps: [{ from: EVENING, to: MORNING }] })
    expect(gapTexts(night, reader)).toEqual([
      'Nobody watched since Fri 17:40 (15 h 15 min): what happened then is not known.',
    ])
    expect(gapsShort(night, reader)).toBe('nobody watched in all that time')
  })
})

describe('what is known from Prometheus', () => {
  it('is told apart', () => {
    expect(filledText(nightOf([], { filled: [gap] }), reader)).toBe(
      'Sat 01:00–01:40 (40 min) is known from Prometheus only: health pages were not read then.',
    )
    const often = nightOf([], { filled: [gap, gap, gap] })
    expect(filledText(often, reader)).toMatch(/^3 times \(2 h together\) are known from Prometheus only/)
    expect(filledText(nightOf([]), reader)).toBeNull()
  })

  it('may still be asked for, or not be had', () => {
    expect(fillingText(nightOf([], { filling: true }))).toMatch(/still being asked/)
    expect(fillingText(nightOf([], { fillFault: 'HTTP 503' }))).toMatch(/HTTP 503$/)
    expect(fillingText(nightOf([]))).toBeNull()
  })
})

describe('silences', () => {
  const silence = {
    id: 's',
    comment: 'deploy of the database',
    by: 'Boris',
    from: at('23 08:00'),
    to: at('23 14:00'),
    matchers: ['alertname="Down"', 'service="orders"'],
    service: null,
  }
  it('tells three truths apart', () => {
    const asOf = at('23 08:54')
    expect(silencesText({ kind: 'none' }, reader)).toBe('No Alertmanager belongs to this fleet.')
    expect(silencesText({ kind: 'unknown', why: 'timed out' }, reader)).toBe(
      'Silences are not known: timed out',
    )
    expect(silencesText({ kind: 'known', asOf, silences: [] }, reader)).toBe(
      'No silence in Alertmanager, as of 08:54.',
    )
    expect(silencesText({ kind: 'known', asOf, silences: [silence] }, reader)).toBe(
      '1 silence in Alertmanager, as of 08:54.',
    )
  })

  it('tells what is silenced until when', () => {
    expect(silenceText(silence, reader)).toBe(
      'alertname="Down", service="orders": silenced by Boris until 14:00: deploy of the database',
    )
    expect(silenceText({ ...silence, service: 'orders', comment: '' }, reader)).toBe(
      'orders: silenced by Boris until 14:00',
    )
  })
})
