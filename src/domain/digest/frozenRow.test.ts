import { describe, expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { ServiceRow } from './digestRow.ts'
import { frozenRow } from './serviceRow.ts'

const NOW = 1_000_000

/** A row of pods with these lights, as bad as the worst of them. */
const rowOf = (light: Light, ...pods: Light[]): ServiceRow => ({
  name: 'orders',
  team: null,
  tier: null,
  light,
  since: 5,
  lastKnown: null,
  reasons: [{ kind: 'slow', light: 'orange', since: 5, ofPods: 1, pods: [] }],
  pods: pods.map((light, i) => ({ name: `orders-${i + 1}`, light, observedAt: NOW, version: null })),
  version: null,
  observedAt: NOW,
  spark: null,
  links: serviceOf().links,
})

const lightsOf = (row: ServiceRow): Light[] => row.pods.map((pod) => pod.light)

describe('a frozen row', () => {
  it('is grey in all its cells, and keeps what was last known and why', () => {
    const seen = rowOf('orange', 'green', 'orange')
    const frozen = frozenRow(seen)
    expect(frozen).toMatchObject({
      light: 'unknown',
      lastKnown: { light: 'orange', at: NOW },
      reasons: seen.reasons,
    })
    expect(lightsOf(frozen)).toEqual(['unknown', 'unknown'])
  })

  it('that was grey keeps what was known before, and loses its green cells', () => {
    const lastKnown = { light: 'red', at: 3 } as const
    const frozen = frozenRow({ ...rowOf('unknown', 'green', 'unknown'), lastKnown })
    expect([frozen.lastKnown, lightsOf(frozen)]).toEqual([lastKnown, ['unknown', 'unknown']])
  })

  it('is itself when it is frozen again, or was all grey', () => {
    const frozen = frozenRow(rowOf('green', 'green'))
    const unseen = rowOf('unknown', 'unknown')
    expect(frozenRow(frozen)).toBe(frozen)
    expect(frozenRow(unseen)).toBe(unseen)
  })

  it('dates what was last known by when it was seen, or since when where it was not', () => {
    expect(frozenRow({ ...rowOf('green', 'green'), observedAt: null }).lastKnown).toEqual({
      light: 'green',
      at: 5,
    })
  })
})
