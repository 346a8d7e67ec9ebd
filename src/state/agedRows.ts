import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/**
 * A row that was not confirmed since `at`: grey, with what it last showed and when.
 * A row that was old already keeps its older date.
 */
function agedRow(row: ServiceRow, at: EpochMs): ServiceRow {
  return {
    ...row,
    light: 'unknown',
    lastKnown: row.lastKnown ?? (row.light === 'unknown' ? null : { light: row.light, at }),
    pods: row.pods.map((pod) => ({ ...pod, light: 'unknown' as const })),
  }
}

/** The same of many rows. */
export const agedRows = (
  rows: ReadonlyMap<string, ServiceRow>,
  at: EpochMs,
): ReadonlyMap<string, ServiceRow> => new Map([...rows].map(([name, row]) => [name, agedRow(row, at)]))

/** A strip that was not confirmed: nothing in it is known to be well now. */
export function agedStrip(strip: FleetStrip): FleetStrip {
  const { green, orange, red, unknown } = strip.counts
  return {
    ...strip,
    light: 'unknown',
    looking: null,
    judgingPast: false,
    counts: { green: 0, orange: 0, red: 0, unknown: green + orange + red + unknown },
  }
}
