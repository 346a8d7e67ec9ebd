import type { ServiceNight } from '#src/domain/night/night.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckRow } from './checkInput.ts'

/**
 * Since when a service has the light that it has now. A row knows that since its page was opened; the night may know of it
 * from before: what was seen last, back to the first stretch with another light, also beyond the beginning of the night. What
 * nobody saw in between changes nothing.
 */
export function standingSince(
  { light, since }: Pick<CheckRow, 'light' | 'since'>,
  night: Pick<ServiceNight, 'stretches' | 'before'> | null,
): EpochMs {
  const seen = night?.stretches.filter((one) => one.light !== 'unknown' || light === 'unknown') ?? []
  const other = seen.findLastIndex((one) => one.light !== light)
  const before = night?.before ?? null
  if (other === -1 && before?.light === light) return Math.min(since, before.since)
  return Math.min(since, seen[other + 1]?.from ?? since)
}
