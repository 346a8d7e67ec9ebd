import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Blindness, FleetStrip, ServiceRow } from './digestRow.ts'

/** The fleet in one line: worst light, counts, and how old the oldest observation is. Blind is unknown. */
export function fleetStrip(fleet: Fleet, rows: readonly ServiceRow[], blind: Blindness | null): FleetStrip {
  const counts: Record<Light, number> = {
    green: 0,
    orange: 0,
    red: 0,
    unknown: fleet.services.length - rows.length,
  }
  let oldest: number | null = rows.length < fleet.services.length ? null : Number.POSITIVE_INFINITY
  for (const row of rows) {
    counts[row.light] += 1
    oldest = oldest === null || row.observedAt === null ? null : Math.min(oldest, row.observedAt)
  }
  const worst = worstLight([
    ...rows.map((row) => row.light),
    ...(counts.unknown > 0 ? ['unknown' as const] : []),
  ])
  return {
    title: fleet.title,
    light: blind === null ? worst : 'unknown',
    counts,
    podCount: fleet.services.reduce((sum, service) => sum + service.pods.length, 0),
    blind,
    observedAt: oldest,
  }
}
