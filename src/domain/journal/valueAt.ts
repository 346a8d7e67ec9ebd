import { type Bin, binsBetween } from '#src/domain/series/binRing.ts'
import type { History } from '#src/domain/series/history.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A value that was read further from the moment in question says nothing of it. */
const NEAR: DurationMs = minutes(5)

/**
 * What a quantity was at a moment, in its unit: the mean of the two minutes nearest to it, at most five minutes away, else
 * that of its hour, before the time of which minutes are kept: within it an hour may hold both sides of a restart. Null where
 * neither is known.
 */
export function valueAt({ fine, coarse }: History, at: EpochMs): number | null {
  const away = ({ t }: Bin): DurationMs => Math.abs(t + fine.width / 2 - at)
  const near = binsBetween(fine, at - NEAR - fine.width, at + NEAR).toSorted((a, b) => away(a) - away(b))
  const [best] = near
  if (best !== undefined && away(best) <= NEAR + fine.width / 2) return best.mean
  if (fine.oldest >= 0 && fine.oldest * fine.width <= at) return null
  const hour = Math.floor(at / coarse.width) * coarse.width
  return binsBetween(coarse, hour, hour + coarse.width)[0]?.mean ?? null
}
