import type { HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { MetricLines, PlayedCheck, PodPlay, Start, Story } from './story.ts'
import { oneTo, podName } from './storyFleet.ts'

/** A pod of a story and what it does. */
export type Actor = { readonly service: string; readonly pod: string; readonly play: PodPlay }

/** All pods of a story, in its order. Each call gives them anew: a play remembers what it was asked. */
export const actorsOf = (story: Story): Actor[] =>
  story.services.flatMap(({ name, pods, play }) =>
    oneTo(pods).map((n) => {
      const pod = podName(name, n)
      return { service: name, pod, play: play(n, seededRandom(1, `${story.name} ${pod}`)) }
    }),
  )

/** The start of the process that runs at `t`. */
export const startAt = ({ starts }: PodPlay, t: EpochMs): Start =>
  starts.findLast(({ at }) => at <= t) ?? starts[0]

/** What its metrics page says at `t`, the start of its process among it. */
export function playedMetrics(play: PodPlay, t: EpochMs): MetricLines {
  const start = startAt(play, t)
  return { ...play.metrics(t, start), process_start_time_seconds: start.at / 1000 }
}

const WORST_FIRST: readonly HealthState[] = ['down', 'degraded', 'unknown', 'ok']

const worstOf = (checks: readonly PlayedCheck[]): HealthState =>
  WORST_FIRST.find((state) => checks.some((check) => check.state === state)) ?? 'ok'

const readingOf = (state: HealthState, checks: readonly PlayedCheck[]): HealthReading => ({
  state,
  format: 'health+json',
  why: state === 'ok' ? null : `says ${state}`,
  checks: checks.map((check) => ({ ...check, details: [], parts: [] })),
  version: null,
  logs: [],
  metrics: [],
})

/** What its health page says at `t`. */
export function playedHealth({ health, checks, logs }: PodPlay, t: EpochMs): HealthReading {
  const parts = checks?.(t) ?? []
  return { ...readingOf(health?.(t) ?? worstOf(parts), parts), logs: logs?.(t) ?? [] }
}

/** What its readiness says at `t`. */
export const playedReadiness = ({ ready }: PodPlay, t: EpochMs): HealthReading =>
  readingOf(ready?.(t) ?? 'ok', [])
