import type { KeptLine } from '#src/domain/ticket/evidence.ts'
import type { SparkLine } from '#src/domain/chart/sparkPath.ts'

/** A kept line as it is drawn; its gaps are gaps again. */
export const keptSpark = ({ from, step, values, bound }: KeptLine): SparkLine => ({
  from,
  step,
  values: Float32Array.from(values, (value) => value ?? Number.NaN),
  bound,
  slope: null,
  marks: [],
})
