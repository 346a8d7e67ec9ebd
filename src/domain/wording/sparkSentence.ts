import { formatSignal } from './formatSignal.ts'
import { slopeSentence } from './slopeSentence.ts'
import { sparkRange, sparkSpan } from './sparkRange.ts'
import { startsSentence } from './startsSentence.ts'
import { texts } from './texts.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/**
 * A sparkline in words, for who does not see it: what, over how long, from low to high, now, a drift's slope, the limit, and
 * the starts that are drawn on it. `timeZone` is an IANA name.
 */
export function sparkSentence(spark: Spark, now: EpochMs, timeZone: string): string {
  const { signal, pod, bound, slope, marks } = spark
  const head = texts.slope.spark(texts.signal[signal], pod, sparkSpan(spark))
  const range = sparkRange(spark, now, timeZone)
  if (range === null) return `${head}: ${texts.slope.empty}`
  const limit = bound === null ? null : texts.slope.limit(formatSignal(signal, bound, now, timeZone))
  // A drift tells what becomes of the limit. That there is none goes without saying, a thousand times.
  const future = (slope?.isDrift === true ? slopeSentence(spark, now, timeZone) : null) ?? limit
  const starts = marks.length === 0 ? null : startsSentence(marks, now, timeZone)
  return [`${head}: ${range}`, future, starts].filter((part) => part !== null).join(', ')
}
