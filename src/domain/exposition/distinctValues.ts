/** What a sample showed of one label. A value seen at most ten times is rare. */
export type SeenValues = {
  readonly values: number
  readonly rareValues: number
  /** How many things of the sample have a rare value. */
  readonly rareSeen: number
}

/** From how often on a value is no longer rare: the usual cut-off of ACE (Chao and Lee 1992). */
export const RARE = 10

/** Far better than the estimate itself. */
const PRECISION = 0.005

/**
 * About how many values a label has, where each of the things that have one came into the sample with probability
 * `share` (0 to 1). Frequent values were all seen. Of the rare ones the number is chosen that, were they equally frequent,
 * would show as many different ones in such a sample: the method of moments of Haas, Naughton, Seshadri and Stokes
 * ("Sampling-based estimation of the number of distinct values of an attribute", VLDB 1995). If all that were seen differ
 * it is everything there is: values seen / share; if they come again and again it is what was seen. How far an answer
 * from `n` of `N` may be off is bounded by no method to better than √(N/n) in the worst case (Charikar and others, PODS
 * 2000); where all rare values are about equally frequent the error is near 1/√(times that a value came again).
 */
export const distinctValues = ({ values, rareValues, rareSeen }: SeenValues, share: number): number => {
  if (share >= 1 || rareValues === 0) return values
  const things = rareSeen / share
  if (rareValues === rareSeen) return values - rareValues + things
  const missed = Math.log1p(-share)
  const expected = (candidate: number): number => candidate * -Math.expm1((missed * things) / candidate)
  let [low, high] = [rareValues, things]
  while (high - low > 0.1 + low * PRECISION) {
    const middle = (low + high) / 2
    if (expected(middle) < rareValues) low = middle
    else high = middle
  }
  return values - rareValues + (low + high) / 2
}
