/** Between what a line goes, and where it ends. */
export type LineRange = { readonly low: number; readonly high: number; readonly last: number }

/** The range of a line whose gaps are NaN; null where there is nothing but gaps. */
export function rangeOf(values: Float32Array): LineRange | null {
  const known = values.filter((value) => Number.isFinite(value))
  const last = known.at(-1)
  if (last === undefined) return null
  return {
    low: known.reduce((a, b) => Math.min(a, b)),
    high: known.reduce((a, b) => Math.max(a, b)),
    last,
  }
}
