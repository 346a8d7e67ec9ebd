import type { Endpoint, Fleet } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import type { Answer, ProbeEnded } from '#src/domain/watch/observation.ts'
import { metricsPage } from './metricsPage.ts'
import { type Actor, actorsOf, playedHealth, playedMetrics, playedReadiness, startAt } from './playedPod.ts'
import type { PodPlay, Start, Story } from './story.ts'
import { moments, paceAt } from './storyPace.ts'

/** How long answers take, unless the story says otherwise. */
const QUICK: DurationMs = 20
const PAGE: DurationMs = 40

/** A start is seen this soon: a browser asks every few seconds, also where a story is told at a slower pace. */
const START_SEEN: DurationMs = seconds(20)

/** Pods are not all asked at the same moment. */
const APART: DurationMs = 50

const VERSION_EVERY: DurationMs = hours(1)

/** Which endpoints are asked: the version not each time, readiness only where the story tells of it. */
const endpointsOf = ({ ready }: PodPlay, withVersion: boolean): readonly Endpoint[] => [
  'health',
  ...(ready === undefined ? [] : (['ready'] as const)),
  'metrics',
  ...(withVersion ? (['version'] as const) : []),
]

/** What came of one question, and how long that took. */
type Asked = { readonly answer: Answer; readonly took: DurationMs }

/** All answers to what was asked at one moment of the story, in the order in which they came. */
export type Round = { readonly at: EpochMs; readonly ended: readonly ProbeEnded[] }

const versionOf = ({ version }: Start) => ({
  version,
  commit: null,
  builtAt: null,
  runtime: null,
  startedAt: null,
  from: 'build info',
})

function pageOf(play: PodPlay, at: EpochMs, { polling }: Fleet): Asked {
  const others = { count: Math.round(play.otherLines?.(at) ?? 0), family: play.otherFamily ?? null }
  const { exposition, read } = metricsPage(playedMetrics(play, at), others, polling)
  // Who reads half of a page waits half as long.
  const took = read * (play.takes?.(at) ?? PAGE)
  return took > polling.timeout
    ? silence('metrics', polling.timeout)
    : { answer: { endpoint: 'metrics', result: ok({ at, took, exposition }) }, took }
}

/** What the gateway says of a port that nobody listens on. */
const REFUSED: ProbeFailure = { kind: 'unreachable', by: 'gateway', detail: 'refused' }

const silence = (endpoint: Endpoint, after: DurationMs): Asked => ({
  answer: { endpoint, result: err({ kind: 'timeout', after }) },
  took: after,
})

function askOf(endpoint: Endpoint, play: PodPlay, at: EpochMs, fleet: Fleet): Asked {
  const answering = play.answers?.(at) ?? 'ok'
  if (answering === 'timeout') return silence(endpoint, fleet.polling.timeout)
  if (answering === 'refused') return { answer: { endpoint, result: err(REFUSED) }, took: QUICK }
  switch (endpoint) {
    case 'health':
      return { answer: { endpoint, result: ok(playedHealth(play, at)) }, took: QUICK }
    case 'ready':
      return { answer: { endpoint, result: ok(playedReadiness(play, at)) }, took: QUICK }
    case 'version':
      return { answer: { endpoint, result: ok(versionOf(startAt(play, at))) }, took: QUICK }
    case 'metrics':
      return pageOf(play, at, fleet)
  }
}

function ask(
  { service, pod, play }: Actor,
  at: EpochMs,
  fleet: Fleet,
  endpoint: Endpoint,
  every: DurationMs,
): ProbeEnded {
  const { answer, took } = askOf(endpoint, play, at, fleet)
  const pace = endpoint === 'version' ? VERSION_EVERY : every
  return { kind: 'probe', service, pod, at, took, freshFor: 3 * pace + took, ...answer }
}

/** Who is asked when: every pod at the story's pace; one that was started, soon after. */
function duesOf(story: Story, actors: readonly Actor[]): [EpochMs, ReadonlySet<Actor>][] {
  const dues = new Map<EpochMs, Set<Actor>>()
  for (const at of moments(story)) dues.set(at, new Set(actors))
  for (const actor of actors) {
    for (const start of actor.play.starts) {
      const at = start.at + START_SEEN
      if (at > story.from && at < story.until) dues.set(at, (dues.get(at) ?? new Set<Actor>()).add(actor))
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
    const every = paceAt(story, at)
    const isDue = (at - story.from) % VERSION_EVERY < every
    const ended = [...asked].flatMap((actor, i) => {
      const start = startAt(actor.play, at)
      const isNew = known.get(actor) !== start
      known.set(actor, start)
      return endpointsOf(actor.play, isDue || isNew).map((endpoint) =>
        ask(actor, at + i * APART, fleet, endpoint, every),
      )
    })
    yield { at, ended: ended.toSorted((a, b) => a.at + a.took - (b.at + b.took)) }
  }
}
