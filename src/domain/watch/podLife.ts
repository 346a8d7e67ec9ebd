import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { versionFromMetrics } from '#src/domain/version/versionFromMetrics.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

const RESTARTS_KEPT = 50

/**
 * Two starts that are this near are one: they are written in whole seconds, with a clock that is slewed, or as an
 * uptime, which is as uncertain as the answer took to come. A pod that restarts faster still moves past it.
 */
const SAME_START: DurationMs = seconds(8)

type Life = Pick<PodFacts, 'startedAt' | 'restarts' | 'version' | 'versionChangedAt'>

/** What one endpoint says of the version, and when it said so. */
type Word = { readonly reading: VersionReading; readonly at: EpochMs }

const word = (reading: VersionReading | null, at: EpochMs): Word | null =>
  reading === null ? null : { reading, at }

function scrapedVersion({ metrics }: Tracks): Word | null {
  const scrape = metrics?.lastReading ?? null
  return scrape === null ? null : word(versionFromMetrics(scrape.value.exposition.samples), scrape.at)
}

function healthVersion({ health }: Tracks): Word | null {
  const page = health?.lastReading ?? null
  if (page === null || page.value.version === null) return null
  const parts = { commit: null, builtAt: null, runtime: null, startedAt: null, from: 'health page' }
  return { reading: { version: page.value.version, ...parts }, at: page.at }
}

function statedVersion({ version }: Tracks): Word | null {
  const page = version?.lastReading ?? null
  return page === null ? null : { reading: page.value, at: page.at }
}

/** The version endpoint before the metrics before the health page: the most deliberate word counts. */
function versionOf(tracks: Tracks): Word | null {
  const words = [statedVersion(tracks), scrapedVersion(tracks), healthVersion(tracks)].filter(
    (word) => word !== null,
  )
  return words.find((word) => word.reading.version !== null) ?? words[0] ?? null
}

function isDeploy(was: VersionReading | null, is: VersionReading | null): boolean {
  const before = was?.version ?? null
  const after = is?.version ?? null
  return before !== null && after !== null && before !== after
}

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
  const version = versionOf(tracks)?.reading ?? null
  const deployed = isDeploy(was.version, version)
  const versionChangedAt = deployed ? now : was.versionChangedAt
  // Restarts since the version before was last read belong to the deploy.
  const readBefore = deployed ? (versionOf(was.tracks)?.at ?? now) : now
  const restarts = deployed ? was.restarts.filter((at) => at <= readBefore) : was.restarts
  const start = signalsStart ?? version?.startedAt ?? was.startedAt
  const { startedAt } = was
  return { version, versionChangedAt, ...nextStarts({ startedAt, restarts }, start, versionChangedAt) }
}
