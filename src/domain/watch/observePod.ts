import type { Pod, Service } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { judgeAnswer } from '#src/domain/verdict/judge.ts'
import { lifeEndpoint, type PodFacts, type Track, type Tracks } from '#src/domain/verdict/podFacts.ts'
import type { ProbeEnded } from './observation.ts'
import { podLife } from './podLife.ts'

const NO_TRACKS: Tracks = { health: null, ready: null, metrics: null, version: null }

/** Raw results that are kept a pod: more than any flapping window asks for. */
const RECENT_KEPT = 60

/** A pod that nothing is known of yet. */
export const unseenPod = (service: Service, pod: Pod): PodFacts => ({
  service,
  pod,
  tracks: NO_TRACKS,
  signals: null,
  startedAt: null,
  restarts: [],
  version: null,
  versionChangedAt: null,
  recent: [],
  conditions: new Map(),
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

/** All that is known of a pod after one more answer. Conditions are judged unless `judge` is false (blind). */
export function observePod(was: PodFacts, ended: ProbeEnded, judge: boolean, now: EpochMs): PodFacts {
  const tracks = nextTracks(was.tracks, ended)
  const scrape = ended.endpoint === 'metrics' && ended.result.ok ? ended.result.value : null
  const signals =
    scrape === null ? was.signals : readSignals(was.tracks.metrics?.lastReading?.value ?? null, scrape)
  const life = podLife(was, tracks, signals?.startedAt ?? null, now)
  const seen: PodFacts = { ...was, ...life, tracks, signals }
  const alive = lifeEndpoint(seen) === ended.endpoint
  const recent = alive
    ? [...was.recent, { at: ended.at, good: isGood(ended), judged: judge }].slice(-RECENT_KEPT)
    : was.recent
  const facts = { ...seen, recent }
  return judge ? { ...facts, conditions: judgeAnswer(facts, ended.endpoint, now) } : facts
}
