import type { DurationMs } from '#src/domain/time/units.ts'

const MS_PER_UNIT: Readonly<Record<string, number>> = {
  y: 31_536_000_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ns: 1e-6,
}

const PART = /(\d+(?:\.\d+)?|\.\d+)(ms|us|µs|μs|ns|[ydhms])/g
const WHOLE = /^(?:(?:\d+(?:\.\d+)?|\.\d+)(?:ms|us|µs|μs|ns|[ydhms]))+$/

/**
 * Reads a length of time as Go prints it (`13m55s`, `1h2m3.5s`, `250ms`, `0s`) or as NATS does with days and
 * years of 365 days (`1d2h3m4s`, `1y2d3h4m5s`). Null for anything else, a negative one included.
 */
export const goDuration = (text: string): DurationMs | null => {
  if (text.length > 64 || !WHOLE.test(text)) return text === '0' ? 0 : null
  let total = 0
  for (const [, amount, unit] of text.matchAll(PART))
    total += Number(amount) * (MS_PER_UNIT[unit ?? ''] ?? Number.NaN)
  return total
}
