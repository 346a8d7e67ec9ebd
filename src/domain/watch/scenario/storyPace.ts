import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Story } from './story.ts'

/** How long after `t` the next question is asked, as the story is told at that moment. */
export const paceAt = ({ every, pace = [] }: Pick<Story, 'every' | 'pace'>, t: EpochMs): DurationMs =>
  pace.findLast(({ from }) => from <= t)?.every ?? every

/** The shortest time between two questions in the whole of a story. */
export const fastestPace = ({ every, pace = [] }: Pick<Story, 'every' | 'pace'>): DurationMs =>
  Math.min(every, ...pace.map((each) => each.every))

/** All moments at which pods are asked, in order: each pace goes on from where the one before it ended. */
export function* moments(story: Pick<Story, 'every' | 'pace' | 'from' | 'until'>): Generator<EpochMs> {
  const changes = (story.pace ?? []).map(({ from }) => from)
  for (let at = story.from; at < story.until;) {
    yield at
    const next = at + paceAt(story, at)
    // A quicker pace does not wait for the end of a slow round.
    at = Math.min(next, ...changes.filter((from) => from > at))
  }
}
