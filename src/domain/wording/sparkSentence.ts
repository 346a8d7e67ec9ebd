import { formatDuration } from './formatDuration.ts'
import { formatSignal } from './formatSignal.ts'
import { texts } from './texts.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** A sparkline in words, for who does not see it: what, over how long, from low to high, now, its limit. */
export function sparkSentence(spark: Spark, now: EpochMs, timeZone: string): string {
  const seen = spark.values.filter((value) => Number.isFinite(value))
  const span = formatDuration(Math.max(0, spark.values.length - 1) * spark.step)
  const head = texts.spark(texts.signal[spark.signal], spark.pod, span)
  const last = seen.at(-1)
  if (last === undefined) return `${head}: ${texts.sparkEmpty}`
  const say = (value: number): string => formatSignal(spark.signal, value, now, timeZone)
  const range = texts.sparkRange(say(Math.min(...seen)), say(Math.max(...seen)), say(last))
  const bound = spark.bound === null ? '' : `, ${texts.sparkBound(say(spark.bound))}`
  return `${head}: ${range}${bound}`
}
