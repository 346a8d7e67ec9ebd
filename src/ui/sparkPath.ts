/** What is drawn of a line in a box of `width` × `height` pixels. */
export type SparkPath = {
  /** The line, one sub-path for each stretch without a gap; empty when nothing was read. */
  readonly line: string
  /** Where the limit lies, or null when there is none or it is far from the line. */
  readonly boundY: number | null
}

/** The smallest range of a scale, as a share of the highest value: less would make noise look like movement. */
const LEAST_RANGE = 0.2
/** A limit further from the line than this many of its ranges would flatten the line: it is left out. */
const BOUND_WITHIN = 3
/** Room above and below the line for its own width. */
const PAD = 2

type Scale = { readonly low: number; readonly high: number; readonly boundShown: boolean }

function scaleOf(seen: readonly number[], bound: number | null): Scale {
  const top = Math.max(...seen)
  const least = Math.max(Math.abs(top) * LEAST_RANGE, Number.MIN_VALUE)
  const missing = Math.max(0, least - (top - Math.min(...seen)))
  // A line that never goes under nought is not drawn as if it could.
  const low = Math.min(Math.min(...seen), Math.max(0, Math.min(...seen) - missing / 2))
  const high = Math.max(top, low + least)
  const reach = (high - low) * BOUND_WITHIN
  if (bound === null || bound > high + reach || bound < low - reach) return { low, high, boundShown: false }
  return { low: Math.min(low, bound), high: Math.max(high, bound), boundShown: true }
}

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * A sparkline as an SVG path. x is the sample's place among all (gaps included), so that lines over the same
 * time share one axis; gaps break the line; a lone reading between two gaps is a dot.
 */
export function sparkPath(
  values: ArrayLike<number>,
  bound: number | null,
  width: number,
  height: number,
): SparkPath {
  const all = Array.from(values)
  const seen = all.filter(Number.isFinite)
  if (seen.length === 0) return { line: '', boundY: null }
  const { low, high, boundShown } = scaleOf(seen, bound)
  const x = (i: number): number => round((i / Math.max(1, all.length - 1)) * width)
  const y = (value: number): number =>
    round(PAD + (1 - (value - low) / (high - low || 1)) * (height - 2 * PAD))
  let line = ''
  for (const [i, value] of all.entries()) {
    if (!Number.isFinite(value)) continue
    const starts = i === 0 || !Number.isFinite(all[i - 1])
    const lone = starts && !Number.isFinite(all[i + 1])
    line += `${starts ? 'M' : 'L'}${x(i)} ${y(value)}${lone ? 'h.1' : ''}`
  }
  return { line, boundY: bound !== null && boundShown ? y(bound) : null }
}
