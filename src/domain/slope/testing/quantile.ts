/**
 * The value below which a share `q` of all lie, 0 to 1, between neighbours in a straight line; null of nothing.
 * Infinite values count: a drift that was never found was found infinitely late.
 */
export const quantile = (values: readonly number[], q: number): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const place = q * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)

/** Null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
