import type { DurationMs } from '#src/domain/time/units.ts'

const MS_PER_UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
}

/** The shape that Prometheus gives durations: units from large to small, each at most once (`1h30m`). */
export const DURATION = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/

/**
 * Reads a duration written as in Prometheus' configuration: `15s`, `1h30m`, `7d`; a year has 365 days.
 * Null for anything else, the empty text included.
 */
export function parseDuration(text: string): DurationMs | null {
  if (text === '' || !DURATION.test(text)) return null
  let total = 0
  for (const [, digits, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g)) {
    total += Number(digits) * (MS_PER_UNIT[unit ?? ''] ?? Number.NaN)
  }
  return total
}
