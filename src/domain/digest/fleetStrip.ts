import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Blindness, FleetStrip, LightCounts, ServiceRow } from './digestRow.ts'
import type { TicketTotals } from './ticketTotals.ts'

/** How many of some rows have which light. */
export function countLights(rows: readonly ServiceRow[]): LightCounts {
  const counts: Record<Light, number> = { green: 0, orange: 0, red: 0, unknown: 0 }
  for (const row of rows) counts[row.light] += 1
  return counts
}

/** The oldest of the rows' observations: null where there is none, or where one of all was never seen. */
function oldest(rows: readonly ServiceRow[], all: boolean): number | null {
  const seen = rows.flatMap(({ observedAt }) => observedAt ?? [])
  return seen.length === 0 || (all && seen.length < rows.length) ? null : Math.min(...seen)
}

/** Before everything was looked at once, its past as well, only a red light is sure: nothing that comes makes it better. */
function lightOf(worst: Light, blind: Blindness | null, isWhole: boolean): Light {
  if (blind !== null) return 'unknown'
  return isWhole || worst === 'red' ? worst : 'unknown'
}

type Sight = {
  readonly blind: Blindness | null
  readonly pastPending: boolean
  readonly tickets?: TicketTotals | null
}

/** The worst of all rows, of what has none yet, and of the tickets that belong to none. */
function worstOf(rows: readonly ServiceRow[], unknown: number, tickets: TicketTotals | null): Light {
  const lights: Light[] = rows.map((row) => row.light)
  if (unknown > 0) lights.push('unknown')
  // That no ticket asks for anything makes nothing green.
  if (tickets !== null && tickets.light !== 'green') lights.push(tickets.light)
  return worstLight(lights)
}

/**
 * The fleet in one line: worst light, counts, and how old the oldest observation is. Blind is unknown. `seen`: how
 * many services had their first look; `pastPending`: more of the past is about to be known.
 */
export function fleetStrip(
  fleet: Fleet,
  rows: readonly ServiceRow[],
  { blind, pastPending, tickets = null }: Sight,
  seen: number,
): FleetStrip {
  const of = fleet.services.length
  const counted = countLights(rows)
  const counts = { ...counted, unknown: counted.unknown + of - rows.length }
  const worst = worstOf(rows, counts.unknown, tickets)
  const looking = blind === null && seen < of ? { seen, of } : null
  const [first] = fleet.services
  return {
    title: fleet.title,
    ...(first === undefined ? {} : { timeZone: first.mornings.timeZone }),
    light: lightOf(worst, blind, looking === null && !pastPending),
    counts,
    podCount: fleet.services.reduce((sum, service) => sum + service.pods.length, 0),
    blind,
    looking,
    judgingPast: blind === null && looking === null && pastPending,
    ...(tickets === null ? {} : { tickets }),
    observedAt: looking === null && rows.length < of ? null : oldest(rows, looking === null),
  }
}
