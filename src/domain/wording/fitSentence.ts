import { formatMoment } from './formatMoment.ts'
import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'
import type { SparkMark } from '#src/domain/digest/digestRow.ts'
import type { ExplainedPoint, PointUse } from '#src/domain/slope/explainFit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

const { fit: words } = texts.slope

/** Those that a fit rests on, then those that it leaves out, in the order in which they are told. */
const USES: readonly PointUse[] = ['used', 'before-start', 'start-up', 'outlier', 'outside']

/** How many points were put to one use, in words: `12 before the restart 14:20`. */
export type FitCount = { readonly use: PointUse; readonly text: string }

/** `before the restart 14:20`; where no start is known it began anew by itself, as after a fall of the level. */
function beforeStart(
  points: readonly ExplainedPoint[],
  marks: readonly SparkMark[],
  now: EpochMs,
  timeZone: string,
): string {
  const lastLeft = points.findLast(({ use }) => use === 'before-start')?.t ?? now
  const next = points.find(({ t }) => t > lastLeft)?.t ?? now
  const start = marks.findLast(({ at }) => at >= lastLeft && at <= next)
  if (start === undefined) return words.beforeStart(formatMoment(next, now, timeZone))
  return words.before(start.kind, formatMoment(start.at, now, timeZone))
}

/**
 * What became of the points that a fit was given, use by use, those without points left out: `1,204 used`, `12 before the
 * restart 14:20`, `20 during start-up`, `3 outliers`. `timeZone` is an IANA name.
 */
export function fitCounts(
  points: readonly ExplainedPoint[],
  marks: readonly SparkMark[],
  now: EpochMs,
  timeZone: string,
): readonly FitCount[] {
  return USES.flatMap((use) => {
    const n = points.filter((point) => point.use === use).length
    if (n === 0) return []
    const which = use === 'before-start' ? beforeStart(points, marks, now, timeZone) : words.use(use, n)
    return [{ use, text: words.counted(formatNumber(n), which) }]
  })
}

/** All of it in one sentence: `1,204 used; left out: 12 before the restart 14:20, 3 outliers`. */
export function fitSentence(counts: readonly FitCount[]): string {
  const left = counts.filter(({ use }) => use !== 'used').map(({ text }) => text)
  const used = counts.find(({ use }) => use === 'used')?.text ?? words.noneUsed
  if (counts.length === 0) return words.none
  return left.length === 0 ? used : words.leftOut(used, left.join(', '))
}
