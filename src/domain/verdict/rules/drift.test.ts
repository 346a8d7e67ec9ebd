import { describe, expect, it } from 'vitest'
import type { Drift } from '#src/domain/drift/drift.ts'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { podFacts, scraped } from '#src/domain/watch/testing/podFacts.ts'
import { drift } from './drift.ts'

/** Thursday 2026-11-19, 10:00 UTC: the next working morning is Friday 08:55. */
const NOW = Date.parse('2026-11-19T10:00:00Z')
const FRIDAY = Date.parse('2026-11-20T08:55:00Z')
/** From Friday after the check on it is Monday. */
const WEEKEND = Date.parse('2026-11-20T10:00:00Z')
const MONDAY = Date.parse('2026-11-23T08:55:00Z')

const leak: Drift = {
  signal: 'memory',
  of: null,
  value: mebibytes(900),
  perHour: mebibytes(31),
  ci: [mebibytes(29), mebibytes(33)],
  since: NOW - days(2),
  bound: mebibytes(4096),
  reachedAt: null,
  reachedBetween: null,
  deploy: null,
  restartAt: null,
}

const find = (drifts: readonly Drift[], now: number, readAt = now, thresholds = {}) => {
  const service = serviceOf({ pods: 1, thresholds })
  const pod = podFacts({ service, drifts, tracks: { metrics: scraped({}, 20, { at: readAt }) } })
  return drift.find(pod, service.policy, now)
}

describe('drift', () => {
  it.each([
    ['no limit', null, NOW, 'orange'],
    ['weeks away', NOW + days(20), NOW, 'orange'],
    ['at the next morning and its margin', FRIDAY + hours(24), NOW, 'orange'],
    ['just before that', FRIDAY + hours(24) - 1, NOW, 'red'],
    ['within an hour before the check it is this one', FRIDAY + hours(24), FRIDAY - minutes(5), 'red'],
    ['earlier than that it is still to come', FRIDAY + hours(24), FRIDAY - minutes(61), 'orange'],
    ['within the hour', NOW + hours(1), NOW, 'red'],
    ['over a weekend somebody looks again on Monday', MONDAY + hours(24) - 1, WEEKEND, 'red'],
    ['and Tuesday is early enough then', MONDAY + hours(24), WEEKEND, 'orange'],
  ])('%s', (_, reachedAt, now, light) => {
    expect(find([{ ...leak, reachedAt }], now)).toMatchObject([{ light, since: leak.since }])
  })

  it('takes its margin from the policy', () => {
    expect(find([{ ...leak, reachedAt: FRIDAY + hours(2) }], NOW, NOW, { driftMargin: '1h' })).toMatchObject([
      { light: 'orange' },
    ])
  })

  it('is unknown when the metrics page does not come any more', () => {
    expect(find([{ ...leak, reachedAt: NOW + hours(1) }], NOW, NOW - minutes(10))).toMatchObject([
      { light: 'unknown' },
    ])
  })

  it('is let go when the page has not come for a day', () => {
    expect(find([leak], NOW, NOW - days(1))).toMatchObject([{ light: 'unknown' }])
    expect(find([leak], NOW, NOW - days(1) - 1)).toEqual([])
  })

  it('tells every signal that drifts, with its numbers', () => {
    const found = find([leak, { ...leak, signal: 'goroutines', perHour: 62 }], NOW)
    expect(found).toMatchObject([
      { part: { kind: 'drift', signal: 'memory', perHour: mebibytes(31) } },
      { part: { kind: 'drift', signal: 'goroutines', perHour: 62 } },
    ])
  })

  it('says nothing where nothing drifts', () => {
    expect(find([], NOW)).toEqual([])
  })
})
