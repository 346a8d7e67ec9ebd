import { formatMoment } from './formatMoment.ts'
import { formatSignal } from './formatSignal.ts'
import { formatSlope, formatSlopeRange } from './formatSlope.ts'
import { reachedWhen } from './slopeSentence.ts'
import { sparkRange, sparkSpan } from './sparkRange.ts'
import { startsSentence } from './startsSentence.ts'
import { texts } from './texts.ts'
import type { Spark, SparkSlope } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

const { slope: words } = texts

/** One line of what there is to say of a sparkline: `limit`, `4 GiB`. */
export type SlopeFact = { readonly label: string; readonly text: string }

function rate(signal: Spark['signal'], slope: SparkSlope | null): string {
  if (slope === null) return words.tooLittle
  const told = formatSlope(signal, slope.perHour)
  return slope.isDrift ? told : words.in(told, words.no)
}

function reached({ slope, bound }: Spark, now: EpochMs, timeZone: string): string | null {
  if (slope?.isDrift !== true || bound === null) return null
  if (slope.reachedAt !== null && slope.reachedAt <= slope.to) return words.now
  return reachedWhen(slope, now, timeZone) ?? words.notInSight
}

/**
 * All there is to say of a sparkline, line by line: slope, its 95 % interval, since when, the limit, when it is reached,
 * the span that is shown, and starts. What is not known has no line. `timeZone` is an IANA name.
 */
export function slopeFacts(spark: Spark, now: EpochMs, timeZone: string): readonly SlopeFact[] {
  const { slope, signal, bound, marks } = spark
  const { label } = words
  const since = slope?.isDrift === true ? slope.since : null
  const lines: readonly (readonly [string, string | null])[] = [
    [label.slope, rate(signal, slope)],
    [label.sure, slope === null ? null : formatSlopeRange(signal, slope.perHour, slope.ci)],
    [label.since, since === null ? null : formatMoment(since, now, timeZone)],
    [label.limit, bound === null ? null : formatSignal(signal, bound, now, timeZone)],
    [label.reached, reached(spark, now, timeZone)],
    [label.shown, words.over(sparkSpan(spark), sparkRange(spark, now, timeZone) ?? texts.slope.empty)],
    [label.starts, marks.length === 0 ? null : startsSentence(marks, now, timeZone)],
  ]
  return lines.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))
}
