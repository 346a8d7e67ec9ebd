import { SPARK_BOX, type SparkLine, sparkPath } from '#src/domain/chart/sparkPath.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ReportSpark } from './checkReport.ts'
import { escapeHtml } from './escapeHtml.ts'

const { width, height } = SPARK_BOX

/** As it is drawn on the screen: gaps are gaps again. */
export const lineOf = ({ from, step, values, bound, drift, marks }: ReportSpark): SparkLine => ({
  from,
  step,
  values: Float32Array.from(values, (value) => value ?? Number.NaN),
  bound,
  slope:
    drift === null
      ? null
      : {
          ...drift,
          isDrift: true,
          perHour: 0,
          ci: [-Infinity, Infinity],
          since: drift.from,
          reachedAt: null,
          reachedBetween: null,
        },
  marks: marks.map((mark) => ({ ...mark, version: null })),
})

const path = (kind: string, d: string): string => (d === '' ? '' : `<path class="${kind}" d="${d}"/>`)

/** The line of a signal as a picture of vectors, with its words for who does not see it. */
export function htmlSpark(spark: ReportSpark, light: Light | null): string {
  const { line, boundY, fit, deploys, restarts } = sparkPath(lineOf(spark))
  const paths = [
    path('bound', boundY === null ? '' : `M0 ${boundY}H${width}`),
    path('line', line),
    path(`fit ${light ?? 'unknown'}`, fit),
    path('deploys', deploys),
    path('restarts', restarts),
  ]
  const label = escapeHtml(spark.label)
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${paths.join('')}</svg>`
}
