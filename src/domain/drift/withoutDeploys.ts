import type { StartMark } from '#src/domain/series/startLife.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** Starts that are this near are one: who remembers them may read another clock. */
export const SAME_START: DurationMs = minutes(2)

/**
 * Restarts without those that are known to have been deploys: the mark that is nearest, within two minutes, says which of
 * the two a start was.
 */
export function withoutDeploys(
  restarts: readonly EpochMs[],
  marks: readonly StartMark[],
): readonly EpochMs[] {
  if (!marks.some(({ kind }) => kind === 'deploy')) return restarts
  const isDeploy = (at: EpochMs): boolean => {
    const away = (mark: StartMark): DurationMs => Math.abs(mark.at - at)
    const nearest = marks.reduce((a, b) => (away(b) <= away(a) ? b : a))
    return nearest.kind === 'deploy' && away(nearest) <= SAME_START
  }
  const left = restarts.filter((at) => !isDeploy(at))
  return left.length === restarts.length ? restarts : left
}
