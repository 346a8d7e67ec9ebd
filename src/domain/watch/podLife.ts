import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { deployIn, isNamedSince, podVersion } from './podVersion.ts'

const RESTARTS_KEPT = 50

/**
 * Two starts that are this near are one: they are written in whole seconds, with a clock that is slewed, or as an
 * uptime, which is as uncertain as the answer took to come. A pod that restarts faster still moves past it.
 */
const SAME_START: DurationMs = seconds(8)

type Life = Pick<PodFacts, 'startedAt' | 'restarts' | 'version' | 'versionChangedAt' | 'awaits'>

type Starts = Pick<PodFacts, 'startedAt' | 'restarts'>

/** When an answer was asked for, and when it was there. */
type Moment = { readonly at: EpochMs; readonly now: EpochMs }

/**
 * A start that is later than the known one is a restart, unless it came with the version of `deployAt`. A pod whose clock is
 * ahead was not started in the future.
 */
function nextStarts(was: Starts, start: EpochMs | null, deployAt: EpochMs | null, at: EpochMs): Starts {
  if (start === null || was.startedAt === null) return { startedAt: start, restarts: was.restarts }
  // An earlier start than the known one is noise of its clock, not news.
  if (start <= was.startedAt + SAME_START) return was
  const ofDeploy = deployAt !== null && Math.min(start, at) <= deployAt + SAME_START
  const restarts = ofDeploy ? was.restarts : [...was.restarts, Math.min(start, at)].slice(-RESTARTS_KEPT)
  return { startedAt: start, restarts }
}

/** Of several starts that no version was read after the first one may have brought another. */
function nextAwaits(was: PodFacts, { restarts }: Starts, tracks: Tracks, at: EpochMs): PodFacts['awaits'] {
  const newest = restarts.at(-1)
  const isNews = newest !== undefined && newest !== was.restarts.at(-1)
  const told = (was.version?.version ?? null) !== null
  const awaits = was.awaits ?? (isNews && told ? { start: newest, since: at } : null)
  return awaits === null || isNamedSince(tracks, awaits.since) ? null : awaits
}

/**
 * Starts, restarts and versions of a pod after a new answer. A start that brings another version is a deploy,
 * not a restart that somebody has to look at; which of the two is read first does not matter.
 */
export function podLife(
  was: PodFacts,
  tracks: Tracks,
  signalsStart: EpochMs | null,
  { at, now }: Moment,
): Life {
  const deploy = deployIn(was, tracks)
  const versionChangedAt = deploy?.at ?? was.versionChangedAt
  const version = podVersion(tracks, versionChangedAt, now)
  // Restarts since the version before was last read belong to the deploy.
  const restarts =
    deploy === null ? was.restarts : was.restarts.filter((before) => before <= deploy.readBefore)
  const start = signalsStart ?? version?.startedAt ?? was.startedAt
  const starts = nextStarts({ startedAt: was.startedAt, restarts }, start, versionChangedAt, at)
  return { version, versionChangedAt, ...starts, awaits: nextAwaits(was, starts, tracks, at) }
}
