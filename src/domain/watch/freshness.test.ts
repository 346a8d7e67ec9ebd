import { describe, expect, it } from 'vitest'
import { isFresh } from '#src/domain/verdict/podFacts.ts'
import { agedPod, freshUntil } from './freshness.ts'
import { failed, healthReading, NOW, podFacts, read, scraped, TIMEOUT } from './testing/podFacts.ts'

const lastOk = { at: NOW - 5000, freshFor: 15_000, value: healthReading('ok') }

describe('until when everything stays fresh', () => {
  const rows: readonly { name: string; pods: readonly Parameters<typeof podFacts>[0][]; until: number }[] = [
    { name: 'nothing known', pods: [{}], until: Number.POSITIVE_INFINITY },
    { name: 'one reading', pods: [{ tracks: { health: read('ok') } }], until: NOW + 15_000 },
    {
      name: 'the first of several pods',
      pods: [{ tracks: { health: read('ok') } }, { tracks: { health: read('ok', { at: NOW - 1 }) } }],
      until: NOW + 14_999,
    },
    {
      name: 'a failure, and the reading before it',
      pods: [{ tracks: { health: failed(TIMEOUT, { lastReading: lastOk }) } }],
      until: NOW + 10_000,
    },
    {
      name: 'metrics as well',
      pods: [{ tracks: { health: read('ok'), metrics: scraped({}, 20, { freshFor: 7000 }) } }],
      until: NOW + 7000,
    },
    {
      name: 'what is stale already does not count',
      pods: [{ tracks: { health: read('ok'), ready: read('ok', { at: 0 }) } }],
      until: NOW + 15_000,
    },
    { name: 'to the end', pods: [{ tracks: { health: read('ok', { at: NOW - 15_000 }) } }], until: NOW },
  ]
  for (const { name, pods, until } of rows) {
    it(name, () => {
      expect(freshUntil(pods.map(podFacts), NOW)).toBe(until)
    })
  }
})

describe('a pod of which all is old', () => {
  const { tracks } = agedPod(
    podFacts({ tracks: { health: failed(TIMEOUT, { lastReading: lastOk }), metrics: scraped() } }),
  )
  it('has nothing fresh at any time, and forgets nothing', () => {
    for (const now of [0, NOW - 6000, NOW, NOW + 15_000]) {
      expect(isFresh(tracks.health?.at ?? 0, tracks.health?.freshFor ?? 0, now)).toBe(false)
      expect(isFresh(lastOk.at, tracks.health?.lastReading?.freshFor ?? 0, now)).toBe(false)
    }
    expect(tracks.health?.lastReading?.value).toBe(lastOk.value)
    expect(tracks.metrics?.result.ok).toBe(true)
    expect(tracks.ready).toBeNull()
  })
})
