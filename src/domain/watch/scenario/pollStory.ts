import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import { err, ok } from '#src/domain/result.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import type { Answer, ProbeEnded } from '#src/domain/watch/observation.ts'
import { metricsPage } from './metricsPage.ts'
import type { PodPlay, Start, Story } from './story.ts'
import { oneTo, podName } from './storyFleet.ts'

/** How long answers take, unless the story says otherwise. */
const QUICK: DurationMs = 20
const PAGE: DurationMs = 40

/** A start is seen this soon: a browser asks every few seconds, also where a story is told at a slower pace. */
const START_SEEN: DurationMs = seconds(20)

/** Pods are not all asked at the same moment. */
const APART: DurationMs = 50

const VERSION_EVERY: DurationMs = hours(1)

type Actor = { readonly service: string; readonly pod: string; readonly play: PodPlay }

/** All answers to what was asked at one moment of the story, in the order in which they came. */
export type Round = { readonly at: EpochMs; readonly ended: readonly ProbeEnded[] }

const startAt = ({ starts }: PodPlay, t: EpochMs): Start => starts.findLast(({ at }) => at <= t) ?? starts[0]

const healthOf = (state: HealthState): HealthReading => ({
  state,
  format: 'status-word',
  why: state === 'ok' ? null : `says ${state}`,
  checks: [],
  version: null,
  logs: [],
  metrics: [],
})

const versionOf = ({ version }: Start) => ({
  version,
  commit: null,
  builtAt: null,
  runtime: null,
  startedAt: null,
  from: 'build info',
})

function metricsAnswer(play: PodPlay, at: EpochMs, { polling }: Fleet): { answer: Answer; took: DurationMs } {
  const start = startAt(play, at)
  const lines = { ...play.metrics(at, start), process_start_time_seconds: start.at / 1000 }
  const others = Math.round(play.otherLines?.(at) ?? 0)
  const { exposition, read } = metricsPage(lines, others, polling)
  // Who reads half of a page waits half as long.
  const took = read * (play.takes?.(at) ?? PAGE)
  if (took > polling.timeout) {
    const failure = err({ kind: 'timeout', after: polling.timeout } as const)
    return { answer: { endpoint: 'metrics', result: failure }, took: polling.timeout }
  }
  return { answer: { endpoint: 'metrics', result: ok({ at, took, exposition }) }, took }
}

function ask({ service, pod, play }: Actor, at: EpochMs, fleet: Fleet, withVersion: boolean): ProbeEnded[] {
  const { intervals } = fleet.polling
  const ended = (answer: Answer, took: DurationMs): ProbeEnded => ({
    kind: 'probe',
    service,
    pod,
    at,
    took,
    freshFor: 3 * intervals[answer.endpoint] + took,
    ...answer,
  })
  const health = ok(healthOf(play.health?.(at) ?? 'ok'))
  const page = metricsAnswer(play, at, fleet)
  const version = ok(versionOf(startAt(play, at)))
  return [
    ended({ endpoint: 'health', result: health }, QUICK),
    ended(page.answer, page.took),
    ...(withVersion ? [ended({ endpoint: 'version', result: version }, QUICK)] : []),
  ]
}

const actorsOf = (story: Story): Actor[] =>
  story.services.flatMap(({ name, pods, play }) =>
    oneTo(pods).map((n) => {
      const pod = podName(name, n)
      return { service: name, pod, play: play(n, seededRandom(1, `${story.name} ${pod}`)) }
    }),
  )

/** Who is asked when: every pod at the story's pace; one that was started, soon after. */
function duesOf({ from, until, every }: Story, actors: readonly Actor[]): [EpochMs, ReadonlySet<Actor>][] {
  const dues = new Map<EpochMs, Set<Actor>>()
  for (let at = from; at < until; at += every) dues.set(at, new Set(actors))
  for (const actor of actors) {
    for (const start of actor.play.starts) {
      const at = start.at + START_SEEN
      if (at > from && at < until) dues.set(at, (dues.get(at) ?? new Set<Actor>()).add(actor))
    }
  }
  return [...dues].toSorted(([a], [b]) => a - b)
}

/** What polling a story's pods gives, in order of time: readings and failures as the probes of the engine make them. */
export function* pollStory(story: Story, fleet: Fleet): Generator<Round> {
  const actors = actorsOf(story)
  // A start that was not known makes the engine ask for the version at once.
  const known = new Map<Actor, Start>()
  for (const [at, asked] of duesOf(story, actors)) {
    const isDue = (at - story.from) % VERSION_EVERY < story.every
    const ended = [...asked].flatMap((actor, i) => {
      const start = startAt(actor.play, at)
      const isNew = known.get(actor) !== start
      known.set(actor, start)
      return ask(actor, at + i * APART, fleet, isDue || isNew)
    })
    yield { at, ended: ended.toSorted((a, b) => a.at + a.took - (b.at + b.took)) }
  }
}
