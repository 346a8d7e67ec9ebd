/**
 * The largest whole number from 0 to `most` that fits, where all smaller ones of one that fits do; 0 where none does. It is
 * looked for from below: what is far too large is never tried.
 */
export function largestFit(most: number, fits: (n: number) => boolean): number {
  let [low, high] = [0, 1]
  while (high <= most && fits(high)) [low, high] = [high, 2 * high]
  high = Math.min(high, most + 1)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
