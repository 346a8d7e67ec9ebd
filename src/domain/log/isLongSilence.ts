import type { EpochMs } from '#src/domain/time/units.ts'

/** The rule of three: what comes at random stays away for three times its mean gap once in twenty times (e⁻³ = 0.05). */
const MEAN_GAPS = 3

/**
 * Whether it says something that a pod has written nothing from its last line until `until`: for longer than it ever did
 * between two of its lines, and than three times the mean of that. `times` of its lines, in any order; false for fewer than two.
 */
export function isLongSilence(times: readonly EpochMs[], until: EpochMs): boolean {
  const sorted = times.toSorted((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || sorted.length < 2) return false
  const longest = Math.max(...sorted.slice(1).map((at, i) => at - (sorted[i] ?? at)))
  const mean = (last - first) / (sorted.length - 1)
  return until - last > Math.max(longest, MEAN_GAPS * mean)
}
