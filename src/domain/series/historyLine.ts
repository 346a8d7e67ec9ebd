import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Bin } from './binRing.ts'
import { COARSE, FINE, type History, historyBetween } from './history.ts'

/** About as many as a sparkline has pixels. */
const PLACES = 96

const roundUp = (span: DurationMs, width: DurationMs): DurationMs => Math.ceil(span / width) * width

/** What is drawn of a history, and how wide the widest of these bins are. */
type Reach = { readonly bins: readonly Bin[]; readonly width: DurationMs }

/** Fine bins, unless hours tell of a whole hour before them; then those, and fine ones after them. */
export function reachOf(history: History, from: EpochMs, to: EpochMs): Reach {
  const { fine } = history
  const fineFrom = fine.newest === -1 ? Infinity : fine.oldest * fine.width
  const bins = historyBetween(history, from, to)
  const [first] = bins
  if (first !== undefined && first.t + COARSE.width <= fineFrom) return { bins, width: COARSE.width }
  return { bins: historyBetween(history, Math.max(from, fineFrom), to), width: FINE.width }
}

/** No bin is cut in two, and none is drawn with gaps around it because others are wider. */
const stepOf = (span: DurationMs, width: DurationMs): DurationMs =>
  Math.max(width, roundUp(span / PLACES, span > FINE.width * FINE.bins ? COARSE.width : width))

/**
 * The last `span` ms of a history up to `at` as at most 96 means at equal steps: `values[i]` from `from + i × step` on,
 * NaN where nothing is known. It begins with the first value that is known. Null where none is.
 */
export function historyLine(
  history: History,
  at: EpochMs,
  span: DurationMs,
): { readonly from: EpochMs; readonly step: DurationMs; readonly values: Float32Array } | null {
  const { bins, width } = reachOf(history, at - span, at + 1)
  const [first] = bins
  if (first === undefined) return null
  const step = stepOf(at - first.t, width)
  const places = Math.min(PLACES, Math.floor(at / step) - Math.floor(first.t / step) + 1)
  const from = (Math.floor(at / step) - places + 1) * step
  const sums = new Float64Array(places)
  const counts = new Float64Array(places)
  for (const { t, mean, count } of bins) {
    const place = Math.floor((t - from) / step)
    if (place < 0 || place >= places) continue
    sums[place] = (sums[place] ?? 0) + mean * count
    counts[place] = (counts[place] ?? 0) + count
  }
  return { from, step, values: Float32Array.from(sums, (sum, i) => sum / (counts[i] ?? 0)) }
}
