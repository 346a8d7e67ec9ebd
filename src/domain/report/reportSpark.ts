import type { Spark } from '#src/domain/digest/digestRow.ts'
import { thinLine } from '#src/domain/ticket/thinLine.ts'
import { LATEST } from '#src/domain/ticket/textSchema.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import type { ReportSpark } from './checkReport.ts'
import { datedText } from './datedText.ts'
import { MOST_POINTS, MOST_STARTS } from './reportCaps.ts'
import { reportLine } from './reportRow.ts'

const isTime = (at: number): boolean => at >= 0 && at <= LATEST

function driftOf({ slope }: Spark): ReportSpark['drift'] {
  if (slope === null || !slope.isDrift) return null
  const { from, fromValue, to, toValue } = slope
  const isSound = isTime(from) && isTime(to) && Number.isFinite(fromValue) && Number.isFinite(toValue)
  return isSound ? { from, fromValue, to, toValue } : null
}

/** A line as a report keeps it: in fewer points of four digits, and in words. Null where nothing was read. */
export function reportSpark(spark: Spark, reader: Reader): ReportSpark | null {
  const { from, step, values, bound, marks } = spark
  if (!isTime(from) || !values.some(Number.isFinite)) return null
  const line = { signal: '', pod: '', from, step, values: Array.from(values), bound }
  const thin = thinLine(line, MOST_POINTS)
  return {
    from,
    step: thin.step,
    values: thin.values,
    bound: thin.bound,
    drift: driftOf(spark),
    marks: marks
      .filter(({ at }) => isTime(at))
      .slice(-MOST_STARTS)
      .map(({ at, kind }) => ({ at, kind })),
    label: reportLine(datedText(sparkSentence(spark, reader.now, reader.timeZone), reader)),
  }
}
