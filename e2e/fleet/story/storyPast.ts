import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Actor } from '#src/domain/watch/scenario/playedPod.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'
import { linesAt, othersAt } from './playedPage.ts'
import type { StoryClock } from './storyClock.ts'

/** A pod as Prometheus knows it. */
export type StoredActor = { readonly actor: Actor; readonly address: string }

/** The grid on which the dashboard asks for the last day, and that for the weeks before. */
const FINE: { readonly past: DurationMs; readonly step: DurationMs } = { past: hours(24), step: minutes(2) }
const COARSE: DurationMs = hours(1)

/** How long before each full hour it asks twice, for what only two scrapes together tell. */
const PAIR: readonly DurationMs[] = [minutes(33), minutes(27)]

/** Lines of one pod's past; more would take promtool minutes where there are dozens of pods. */
const MOST_LINES = 1_500_000

/** A page's own lines, and what Prometheus notes of the scrape. */
const LINES_A_PAGE = 35

/** How far back a number of lines allows so many scrapes of each pod. */
const reach = (step: DurationMs, pods: number): DurationMs => (step * MOST_LINES) / (pods * LINES_A_PAGE)

/** The hours of the weeks before the last day, each with its pair as far back as lines allow. */
function* hoursOf(from: EpochMs, to: EpochMs, pairsFrom: EpochMs): Generator<EpochMs> {
  for (let at = Math.ceil(from / COARSE) * COARSE; at < to; at += COARSE) {
    for (const ago of PAIR) if (at - ago >= Math.max(from, pairsFrom)) yield at - ago
    yield at
  }
}

/**
 * When the past is written: on the grids of the dashboard's own questions, and the last day in fine steps as far back as the
 * number of lines allows.
 */
function* timesOf(from: EpochMs, to: EpochMs, pods: number): Generator<EpochMs> {
  const finePast = Math.min(FINE.past, reach(FINE.step, pods))
  const fineFrom = Math.ceil((to - finePast) / FINE.step) * FINE.step
  yield* hoursOf(from, fineFrom, to - reach(COARSE / PAIR.length, pods))
  for (let at = Math.max(fineFrom, Math.ceil(from / FINE.step) * FINE.step); at <= to; at += FINE.step)
    yield at
}

const named = (line: string, labels: string): string =>
  line.endsWith('}') ? `${line.slice(0, -1)},${labels}}` : `${line}{${labels}}`

function* pageLines(
  { actor, address }: StoredActor,
  at: EpochMs,
  t: EpochMs,
  clock: StoryClock,
): Generator<string> {
  const { play, service, pod } = actor
  const labels = `job="${service}",instance="${address}",pod="${pod}"`
  const line = (name: string, value: number): string => `${named(name, labels)} ${value} ${at / 1000}\n`
  const lines = linesAt(play, t, clock)
  const isUp = (play.answers?.(t) ?? 'ok') === 'ok'
  yield line('up', isUp ? 1 : 0)
  if (!isUp) return
  for (const [name, value] of Object.entries(lines)) yield line(name, value)
  yield line('scrape_duration_seconds', (play.takes?.(t) ?? 40) / 1000)
  yield line('scrape_samples_scraped', Object.keys(lines).length + othersAt(play, t))
}

/**
 * What a Prometheus would have stored of a story's pods up to the moment at which it is played on, as lines of
 * OpenMetrics. Each play is asked in order of time, and stands where it is to go on afterwards.
 */
export function* storyPast(story: Story, pods: readonly StoredActor[], clock: StoryClock): Generator<string> {
  const [from, to] = [clock.real(story.from), clock.real(story.liveFrom)]
  for (const stored of pods) {
    for (const at of timesOf(from, to, pods.length)) {
      yield* pageLines(stored, at, story.from + (at - from), clock)
    }
  }
  yield '# EOF\n'
}
