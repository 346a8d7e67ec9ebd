import { describe, expect, it } from 'vitest'
import { saturation } from '#src/domain/signals/saturation.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { failed, NOW, podFacts, scraped, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { utilisation } from './utilisation.ts'

const ask = (pod: PodFacts) => utilisation.find(pod, pod.service.policy, NOW)

const podAt = (share: number, service = serviceOf()): PodFacts =>
  podFacts({ service, tracks: { metrics: scraped() }, signals: signals([['utilisation', share, 1]]) })

describe('utilisation', () => {
  const rows = [
    { name: 'idle', share: 0.1, expected: null },
    { name: 'below orange', share: 0.69, expected: null },
    { name: 'at orange', share: 0.7, expected: null },
    { name: 'above orange', share: 0.71, expected: 'orange' },
    { name: 'at red', share: 0.95, expected: 'orange' },
    { name: 'above red', share: 0.96, expected: 'red' },
    { name: 'more arrives than can be done', share: 2.5, expected: 'red' },
  ]
  for (const { name, share, expected } of rows) {
    it(name, () => {
      const part = { kind: 'utilisation', share, of: null, saturation: null }
      expect(ask(podAt(share))).toEqual(expected === null ? [] : [{ light: expected, part }])
    })
  }

  it('has thresholds of its own in the fleet file', () => {
    const service = serviceOf({ pods: 1, thresholds: { utilisationOrange: 0.4, utilisationRed: 0.5 } })
    expect(ask(podAt(0.4, service))).toEqual([])
    expect(ask(podAt(0.45, service))).toMatchObject([{ light: 'orange' }])
    expect(ask(podAt(0.6, service))).toMatchObject([{ light: 'red' }])
  })

  it('tells the pool, and what it was computed from', () => {
    const load = { arrivalPerSecond: 720, processingSeconds: 0.022, workers: 16 }
    const found = saturation(load, 'mean')
    const pod = podFacts({
      tracks: { metrics: scraped() },
      signals: signals([['utilisation', 0.99, 1, 'mail']], null, found),
    })
    expect(ask(pod)).toEqual([
      { light: 'red', part: { kind: 'utilisation', share: 0.99, of: 'mail', saturation: found } },
    ])
    expect(found?.capacityPerSecond).toBeCloseTo(727.27, 2)
  })

  it('is over when nothing arrives any more', () => {
    expect(ask(podFacts({ tracks: { metrics: scraped() }, signals: signals([]) }))).toEqual([])
  })

  it('has no opinion of a first page, nor where none came', () => {
    const first = { ...signals([]), window: null }
    expect(ask(podFacts({ tracks: { metrics: scraped() }, signals: first }))).toBe(NO_OPINION)
    const gone = podFacts({ tracks: { metrics: failed(TIMEOUT) }, signals: signals([['utilisation', 1, 1]]) })
    expect(ask(gone)).toBe(NO_OPINION)
    expect(ask(podFacts())).toBe(NO_OPINION)
  })
})
