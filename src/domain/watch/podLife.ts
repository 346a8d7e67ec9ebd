import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { versionFromMetrics } from '#src/domain/version/versionFromMetrics.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

const RESTARTS_KEPT = 50

/** Start times are written in whole seconds, or with a clock that is slewed: two that are this near are one. */
const SAME_START = 2000

type Life = Pick<PodFacts, 'startedAt' | 'restarts' | 'version' | 'versionChangedAt'>

function scrapedVersion({ metrics }: Tracks): VersionReading | null {
  const scrape = metrics?.lastReading?.value
  return scrape === undefined ? null : versionFromMetrics(scrape.exposition.samples)
}

function healthVersion({ health }: Tracks): VersionReading | null {
  const version = health?.lastReading?.value.version ?? null
  if (version === null) return null
  return { version, commit: null, builtAt: null, runtime: null, startedAt: null, from: 'health page' }
}

/** The version endpoint before the metrics before the health page: the most deliberate word counts. */
function versionOf(tracks: Tracks): VersionReading | null {
  const words = [tracks.version?.lastReading?.value ?? null, scrapedVersion(tracks), healthVersion(tracks)]
  return (
    words.find((word) => word !== null && word.version !== null) ??
    words.find((word) => word !== null) ??
    null
  )
}

function isDeploy(was: VersionReading | null, is: VersionReading | null): boolean {
  const before = was?.version ?? null
  const after = is?.version ?? null
  return before !== null && after !== null && before !== after
}

/** When the version before was last read: restarts behind it belong to the deploy. */
const lastReadBefore = ({ version, metrics }: Tracks, now: EpochMs): EpochMs =>
  version?.lastReading?.at ?? metrics?.lastReading?.at ?? now

/**
 * Starts, restarts and versions of a pod after a new answer. A start that brings another version is a deploy,
 * not a restart that somebody has to look at; which of the two is read first does not matter.
 */
export function podLife(was: PodFacts, tracks: Tracks, signalsStart: EpochMs | null, now: EpochMs): Life {
  const version = versionOf(tracks)
  const deployed = isDeploy(was.version, version)
  const versionChangedAt = deployed ? now : was.versionChangedAt
  const earlier = deployed ? was.restarts.filter((at) => at <= lastReadBefore(was.tracks, now)) : was.restarts
  const start = signalsStart ?? version?.startedAt ?? was.startedAt
  if (start === null || was.startedAt === null)
    return { version, versionChangedAt, startedAt: start, restarts: earlier }
  // An earlier start than the known one is noise of its clock, not news.
  if (start <= was.startedAt + SAME_START)
    return { version, versionChangedAt, startedAt: was.startedAt, restarts: earlier }
  const ofDeploy = versionChangedAt !== null && start <= versionChangedAt
  const restarts = ofDeploy ? earlier : [...earlier, start].slice(-RESTARTS_KEPT)
  return { version, versionChangedAt, startedAt: start, restarts }
}
