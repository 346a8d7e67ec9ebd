import { formatBytes } from './formatBytes.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { texts } from './texts.ts'
import { UNIT_OF, type Signal, type Unit } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

const FORMATS: Readonly<Record<Unit, (value: number, now: EpochMs, timeZone: string) => string>> = {
  bytes: formatBytes,
  seconds: (value) => formatDuration(value * 1000),
  ratio: formatRatio,
  cores: (value) => `${formatNumber(value)} ${texts.unit.cores}`,
  count: formatNumber,
  perSecond: (value) => `${formatNumber(value)} ${texts.unit.perSecond}`,
  epochSeconds: (value, now, timeZone) => formatMoment(value * 1000, now, timeZone),
}

/** A signal's value with its unit: `146 MiB`, `0.42 cores`, `12 /s`, `91 %`; a date for an expiry. */
export function formatSignal(signal: Signal, value: number, now: EpochMs, timeZone: string): string {
  return FORMATS[UNIT_OF[signal]](value, now, timeZone)
}
