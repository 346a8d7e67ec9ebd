import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { deployIn, podVersion } from './podVersion.ts'

const RESTARTS_KEPT = 50

/**
 * Two starts that are this near are one: they are written in whole seconds, with a clock that is slewed, or as an
 * uptime, which is as uncertain as the answer took to come. A pod that restarts faster still moves past it.
 */
const SAME_START: DurationMs = seconds(8)

type Life = Pick<PodFacts, 'startedAt' | 'restarts' | 'version' | 'versionChangedAt'>

type Starts = Pick<PodFacts, 'startedAt' | 'restarts'>

/** A start that is later than the known one is a restart, unless it came with the version of `deployAt`. */
function nextStarts(was: Starts, start: EpochMs | null, deployAt: EpochMs | null): Starts {
  if (start === null || was.startedAt === null) return { startedAt: start, restarts: was.restarts }
  // An earlier start than the known one is noise of its clock, not news.
  if (start <= was.startedAt + SAME_START) return was
  const ofDeploy = deployAt !== null && start <= deployAt
  const restarts = ofDeploy ? was.restarts : [...was.restarts, start].slice(-RESTARTS_KEPT)
  return { startedAt: start, restarts }
}

/**
 * Starts, restarts and versions of a pod after a new answer. A start that brings another version is a deploy,
 * not a restart that somebody has to look at; which of the two is read first does not matter.
 */
export function podLife(was: PodFacts, tracks: Tracks, signalsStart: EpochMs | null, now: EpochMs): Life {
  const deploy = deployIn(was, tracks)
  const versionChangedAt = deploy?.at ?? was.versionChangedAt
  const version = podVersion(tracks, versionChangedAt, now)
  // Restarts since the version before was last read belong to the deploy.
  const restarts = deploy === null ? was.restarts : was.restarts.filter((at) => at <= deploy.readBefore)
  const start = signalsStart ?? version?.startedAt ?? was.startedAt
  const { startedAt } = was
  return { version, versionChangedAt, ...nextStarts({ startedAt, restarts }, start, versionChangedAt) }
}
