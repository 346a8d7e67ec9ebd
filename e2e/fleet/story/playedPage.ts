import { playedMetrics, startAt } from '#src/domain/watch/scenario/playedPod.ts'
import type { MetricLines, OtherFamily, PodPlay } from '#src/domain/watch/scenario/story.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { StoryClock } from './storyClock.ts'

/** Lines of which a story says only how many there are. */
const OTHER: OtherFamily = {
  family: 'app_events_total',
  label: 'kind',
  example: (n) => `kind-${n}`,
}

/** What the page says at a time of the story, with its version and the start of its process in the time of this world. */
export function linesAt(play: PodPlay, t: EpochMs, clock: StoryClock): MetricLines {
  const { at, version } = startAt(play, t)
  return {
    ...playedMetrics(play, t),
    [`app_build_info{version="${version}"}`]: 1,
    process_start_time_seconds: clock.real(at) / 1000,
  }
}

/** How many lines of families that nobody reads are on the page. */
export const othersAt = ({ otherLines }: PodPlay, t: EpochMs): number => Math.round(otherLines?.(t) ?? 0)

/** The whole metrics page as text. */
export function playedPage(play: PodPlay, t: EpochMs, clock: StoryClock): string {
  const { family, label, example } = play.otherFamily ?? OTHER
  const own = Object.entries(linesAt(play, t, clock)).map(([name, value]) => `${name} ${value}\n`)
  const others = Array.from(
    { length: othersAt(play, t) },
    (_, n) => `${family}{${label}="${example(n)}"} 1\n`,
  )
  return [...own, ...others].join('')
}
