import { formatBytes } from './formatBytes.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import type { FamilyUnit } from '#src/domain/explorer/unitOfFamily.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** Below this a number of two decimals says nothing any more. */
const SMALL = 0.005
/** From here on thousands are hard to count. */
const LARGE = 1e12

const numberText = (value: number): string => {
  const size = Math.abs(value)
  if (Number.isNaN(value)) return 'NaN'
  if (size === Infinity) return value > 0 ? '+Inf' : '−Inf'
  return (size > 0 && size < SMALL) || size >= LARGE ? value.toPrecision(3) : formatNumber(value)
}

/** Where and when a value is read: moments are told as clock times. `timeZone` is an IANA name. */
export type Reader = { readonly now: EpochMs; readonly timeZone: string }

/**
 * A value of a metrics page in the unit of its family: `1.2 GiB`, `340 ms`, `09:14`, `91 %`, `12,345`. Without a unit very
 * small and very large numbers are written with an exponent; NaN and infinite ones as the page has them.
 */
export function formatMetric(unit: FamilyUnit, value: number, { now, timeZone }: Reader): string {
  if (!Number.isFinite(value)) return numberText(value)
  switch (unit) {
    case 'bytes':
      return formatBytes(value)
    case 'seconds':
      return formatDuration(value * 1000)
    case 'milliseconds':
      return formatDuration(value)
    case 'ratio':
      return formatRatio(value)
    case 'percent':
      return formatRatio(value / 100)
    case 'moment':
      return value > 0 ? formatMoment(value * 1000, now, timeZone) : numberText(value)
    case null:
      return numberText(value)
  }
}

/** What a counter of such a unit rises by a second: `1.2 MiB/s`, `0.4 s/s`, `12 /s`. */
export function formatMetricRate(unit: FamilyUnit, rate: number): string {
  if (unit === 'bytes') return `${formatBytes(rate)}/s`
  if (unit === 'seconds') return `${numberText(rate)} s/s`
  return unit === 'milliseconds' ? `${numberText(rate)} ms/s` : `${numberText(rate)} /s`
}
