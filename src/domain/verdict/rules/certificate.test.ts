import { describe, expect, it } from 'vitest'
import { days, minutes } from '#src/domain/time/units.ts'
import { NO_OPINION } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { failed, NOW, podFacts, scraped, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { certificate } from './certificate.ts'

const podWith = (left: number | null, service = serviceOf()) =>
  podFacts({
    service,
    tracks: { metrics: scraped() },
    signals: signals(left === null ? [] : [['certificateExpiry', (NOW + left) / 1000, null, 'shop.test']]),
  })

const ask = (pod: ReturnType<typeof podFacts>) => certificate.find(pod, pod.service.policy, NOW)

describe('a certificate', () => {
  it.each([
    { name: 'none told', left: null, light: null },
    { name: 'a year', left: days(365), light: null },
    { name: 'at orange', left: days(21), light: null },
    { name: 'below orange', left: days(21) - minutes(1), light: 'orange' },
    { name: 'at red', left: days(3), light: 'orange' },
    { name: 'below red', left: days(3) - minutes(1), light: 'red' },
    { name: 'ended', left: 0 - days(1), light: 'red' },
  ])('$name: $light', ({ left, light }) => {
    const endsAt = NOW + (left ?? 0)
    const part = { kind: 'certificate', endsAt, of: 'shop.test' }
    expect(ask(podWith(left))).toEqual(light === null ? [] : [{ light, part }])
  })

  it('goes by the fleet file, and has no opinion without a page', () => {
    const service = serviceOf({ pods: 1, thresholds: { certificateOrange: '7d', certificateRed: '1d' } })
    expect(ask(podWith(days(8), service))).toEqual([])
    expect(ask(podWith(days(2), service))).toMatchObject([{ light: 'orange' }])
    expect(ask(podFacts({ tracks: { metrics: failed(TIMEOUT) } }))).toBe(NO_OPINION)
  })
})
