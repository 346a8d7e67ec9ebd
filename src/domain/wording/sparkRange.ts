import { formatDuration } from './formatDuration.ts'
import { formatSignal } from './formatSignal.ts'
import { texts } from './texts.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** Over how long a sparkline goes: `24 h`. */
export const sparkSpan = ({ values, step }: Spark): string =>
  formatDuration(Math.max(0, values.length - 1) * step)

/** Where it goes: `from 1.2 GiB to 3.1 GiB, now 3.1 GiB`; null where nothing was read. `timeZone` is an IANA name. */
export function sparkRange({ signal, values }: Spark, now: EpochMs, timeZone: string): string | null {
  let low = Infinity
  let high = -Infinity
  let last = Number.NaN
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
    last = value
  }
  if (Number.isNaN(last)) return null
  const say = (value: number): string => formatSignal(signal, value, now, timeZone)
  return texts.slope.range(say(low), say(high), say(last))
}
