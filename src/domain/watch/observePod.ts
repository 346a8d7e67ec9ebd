import type { Pod, Service } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { nextCensus } from '#src/domain/verdict/pageCensus.ts'
import { judgeAnswer } from '#src/domain/verdict/judge.ts'
import {
  type BadAnswer,
  lifeEndpoint,
  type PodFacts,
  type Track,
  type Tracks,
} from '#src/domain/verdict/podFacts.ts'
import { addProbe } from '#src/domain/verdict/probeRuns.ts'
import { isOutage } from '#src/domain/verdict/rules/failing.ts'
import type { ProbeEnded } from './observation.ts'
import { podLife } from './podLife.ts'

const NO_TRACKS: Tracks = { health: null, ready: null, metrics: null, version: null }

/** Raw results that are kept a pod, to be shown one by one. */
const RECENT_KEPT = 60

/** A pod that nothing is known of yet. */
export const unseenPod = (service: Service, pod: Pod): PodFacts => ({
  service,
  pod,
  tracks: NO_TRACKS,
  signals: null,
  drifts: [],
  usual: new Map(),
  census: null,
  startedAt: null,
  restarts: [],
  version: null,
  awaits: null,
  versionChangedAt: null,
  watchedSince: null,
  unreadSince: null,
  recent: [],
  runs: [],
  conditions: new Map(),
  told: new Set(),
  lastBad: null,
})

function nextTrack<T>(
  was: Track<T> | null,
  { at, took, freshFor }: ProbeEnded,
  result: Result<T, ProbeFailure>,
): Track<T> {
  const lastReading = result.ok ? { at, freshFor, value: result.value } : (was?.lastReading ?? null)
  return { at, took, freshFor, result, lastReading }
}

function nextTracks(was: Tracks, ended: ProbeEnded): Tracks {
  switch (ended.endpoint) {
    case 'health':
      return { ...was, health: nextTrack(was.health, ended, ended.result) }
    case 'ready':
      return { ...was, ready: nextTrack(was.ready, ended, ended.result) }
    case 'metrics':
      return { ...was, metrics: nextTrack(was.metrics, ended, ended.result) }
    case 'version':
      return { ...was, version: nextTrack(was.version, ended, ended.result) }
  }
}

const isGood = (ended: ProbeEnded): boolean =>
  ended.result.ok &&
  (ended.endpoint !== 'health' ||
    ended.result.value.state === 'ok' ||
    ended.result.value.state === 'degraded')

type LifeFacts = Pick<PodFacts, 'recent' | 'runs' | 'lastBad'>

/** A metrics page that stands for life is bad only where none came. */
function badAnswer(ended: ProbeEnded): BadAnswer | null {
  const { at, took } = ended
  if (!ended.result.ok) return { at, took, result: ended.result }
  return ended.endpoint === 'health' ? { at, took, result: ended.result } : null
}

/** What one more answer of the endpoint that stands for its life adds; `judge` as in `observePod`. */
function lifeFacts(was: PodFacts, ended: ProbeEnded, judge: boolean): LifeFacts {
  const { at } = ended
  const good = isGood(ended)
  const recent = [...was.recent, { at, good, judged: judge }].slice(-RECENT_KEPT)
  if (!judge) return { recent, runs: was.runs, lastBad: was.lastBad }
  const runs = addProbe(was.runs, good, at, was.service.policy.flapWindow)
  return { recent, runs, lastBad: good ? was.lastBad : badAnswer(ended) }
}

/** An outage in between leaves it as it is: only a reading shows that the pod can be read again. */
function unreadSince({ unreadSince: since, service, tracks }: PodFacts): EpochMs | null {
  const life = tracks[lifeEndpoint({ service, tracks })]
  if (life === null || life.result.ok) return null
  return isOutage(life.result.error) ? since : (since ?? life.at)
}

const censusAfter = (was: PodFacts['census'], scrape: Scrape | null): PodFacts['census'] =>
  scrape === null ? was : nextCensus(was, scrape.at, scrape.exposition.largest)

/** All that is known of a pod after one more answer. Conditions are judged unless `judge` is false (blind). */
export function observePod(was: PodFacts, ended: ProbeEnded, judge: boolean, now: EpochMs): PodFacts {
  const tracks = nextTracks(was.tracks, ended)
  const scrape = ended.endpoint === 'metrics' && ended.result.ok ? ended.result.value : null
  const signals =
    scrape === null
      ? was.signals
      : readSignals(
          was.tracks.metrics?.lastReading?.value ?? null,
          scrape,
          was.service.workers,
          was.service.mapped,
        )
  const life = podLife(was, tracks, signals?.startedAt ?? null, { at: ended.at, now })
  const census = censusAfter(life.startedAt === was.startedAt ? was.census : null, scrape)
  const seen: PodFacts = { ...was, ...life, tracks, signals, census }
  const own = lifeEndpoint(seen) === ended.endpoint ? lifeFacts(was, ended, judge) : null
  const facts: PodFacts = { ...seen, unreadSince: unreadSince(seen), ...own }
  return judge ? { ...facts, ...judgeAnswer(facts, ended.endpoint, now) } : facts
}
