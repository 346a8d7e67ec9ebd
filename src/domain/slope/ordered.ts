/**
 * The k-th smallest of `values` (k from 0), in linear time; the order of `values` is changed (Hoare's selection).
 * NaN for an empty list.
 */
export function kthSmallest(values: Float64Array, length: number, k: number): number {
  let [low, high] = [0, length - 1]
  while (low < high) {
    const [left, right] = partition(values, low, high)
    if (k > right && k < left) break
    if (k <= right) high = right
    else low = left
  }
  return length === 0 ? Number.NaN : (values[k] ?? Number.NaN)
}

/** Moves what is smaller than the middle value before what is larger; all up to the second result is not larger. */
function partition(values: Float64Array, low: number, high: number): readonly [number, number] {
  const pivot = values[(low + high) >> 1] ?? 0
  let [i, j] = [low, high]
  while (i <= j) {
    while ((values[i] ?? 0) < pivot) i++
    while ((values[j] ?? 0) > pivot) j--
    if (i > j) break
    const held = values[i] ?? 0
    values[i++] = values[j] ?? 0
    values[j--] = held
  }
  return [i, j]
}

/** Grows to the longest list that was asked for; a calculation ends before the next begins. */
let held = new Float64Array(64)

/**
 * The median of finite numbers, of all or of those from `from` to before `to`; of an even count the mean of the two in
 * the middle. NaN for an empty list.
 */
export const median = (values: ArrayLike<number>, from = 0, to = values.length): number =>
  quantile(values, 0.5, from, to)

/**
 * The q-quantile (0 to 1) of finite numbers, of all or of those from `from` to before `to`; linear between two neighbours
 * (Hyndman and Fan's type 7). NaN when empty.
 */
export function quantile(values: ArrayLike<number>, q: number, from = 0, to = values.length): number {
  const n = to - from
  if (held.length < n) held = new Float64Array(2 * n)
  for (let i = 0; i < n; i++) held[i] = values[from + i] ?? 0
  const at = q * (n - 1)
  const k = Math.floor(at)
  const below = kthSmallest(held, n, k)
  if (at === k) return below
  // After the selection all that is larger stands behind it.
  let above = Infinity
  for (let i = k + 1; i < n; i++) above = Math.min(above, held[i] ?? Infinity)
  return below + (above - below) * (at - k)
}

/** The mean of all, or of those from `from` on; NaN for an empty list. */
export function mean(values: ArrayLike<number>, from = 0): number {
  let sum = 0
  for (let i = from; i < values.length; i++) sum += values[i] ?? 0
  return sum / (values.length - from)
}

/** Of normally distributed errors, 1.4826 times the median absolute one is the standard deviation. */
export const MAD_TO_SD = 1.4826
