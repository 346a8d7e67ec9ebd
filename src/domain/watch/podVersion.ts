import type { EpochMs } from '#src/domain/time/units.ts'
import { isRead, type PodFacts, type Tracks } from '#src/domain/verdict/podFacts.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { versionFromMetrics } from '#src/domain/version/versionFromMetrics.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/** The endpoints that may tell a version, the most deliberate word first. */
const SOURCES = ['version', 'metrics', 'health'] as const
type Source = (typeof SOURCES)[number]

/** A page is looked through once, however many answers of other endpoints come until the next. */
const scraped = new WeakMap<Scrape, VersionReading | null>()

function scrapedVersion(scrape: Scrape): VersionReading | null {
  const known = scraped.get(scrape)
  if (known !== undefined) return known
  const reading = versionFromMetrics(scrape.exposition.samples)
  scraped.set(scrape, reading)
  return reading
}

const UNTOLD = { commit: null, builtAt: null, runtime: null, startedAt: null, from: 'health page' }

function readingOf(tracks: Tracks, source: Source): VersionReading | null {
  const { version, metrics, health } = tracks
  if (source === 'version') return version?.lastReading?.value ?? null
  if (source === 'metrics') return metrics?.lastReading ? scrapedVersion(metrics.lastReading.value) : null
  const stated = health?.lastReading?.value.version ?? null
  return stated === null ? null : { version: stated, ...UNTOLD }
}

/** Whether an endpoint named the version when it was asked at `since` or later. */
export const isNamedSince = (tracks: Tracks, since: EpochMs): boolean =>
  SOURCES.some(
    (source) =>
      (tracks[source]?.lastReading?.at ?? Number.NEGATIVE_INFINITY) >= since &&
      (readingOf(tracks, source)?.version ?? null) !== null,
  )

/** What one endpoint says of the version, when it said so, and whether that may still be so. */
type Word = { readonly reading: VersionReading; readonly at: EpochMs; readonly holds: boolean }

/**
 * A word holds while its endpoint goes on saying it: until it fails for longer than the word stays fresh, or until
 * another endpoint told of a deploy since. One that was only not asked (the computer slept) still holds: the next
 * source in line may name the release in another way, which would look like pods that disagree.
 */
function wordOf(tracks: Tracks, source: Source, changedAt: EpochMs | null, now: EpochMs): Word | null {
  const reading = readingOf(tracks, source)
  const track = tracks[source]
  const at = track?.lastReading?.at ?? null
  if (track === null || reading === null || at === null) return null
  const holds = (track.result.ok || isRead(track, now)) && (changedAt === null || at >= changedAt)
  return { reading, at, holds }
}

/**
 * What runs in a pod: the most deliberate word that holds and names a version, else the newest that named one, else
 * whatever is told (a runtime alone). `changedAt`: when another version was last seen.
 */
export function podVersion(tracks: Tracks, changedAt: EpochMs | null, now: EpochMs): VersionReading | null {
  const words = SOURCES.flatMap((source) => wordOf(tracks, source, changedAt, now) ?? [])
  const named = words.filter(({ reading }) => reading.version !== null)
  const newest = named.toSorted((a, b) => b.at - a.at)[0]
  return (named.find(({ holds }) => holds) ?? newest ?? words[0])?.reading ?? null
}

/** Another version than before: when it was read, and when the one before was last read. */
type Deploy = { readonly at: EpochMs; readonly readBefore: EpochMs }

/** The version that an endpoint names since its newest reading, where it named another one before. */
function changeOf(was: Tracks, is: Tracks, source: Source): string | null {
  const before = readingOf(was, source)?.version ?? null
  const after = readingOf(is, source)?.version ?? null
  return before === after || before === null ? null : after
}

/**
 * The deploy that a new answer tells of: an endpoint names another version than itself before. Two endpoints that
 * name one release in two ways are no deploy, nor is one that follows what another has told already.
 */
export function deployIn(was: Pick<PodFacts, 'tracks' | 'version'>, tracks: Tracks): Deploy | null {
  for (const source of SOURCES) {
    const [before, after] = [was.tracks[source], tracks[source]]
    if (before === after || !before?.lastReading || !after?.lastReading) continue
    const version = changeOf(was.tracks, tracks, source)
    if (version === null || version === was.version?.version) continue
    return { at: after.lastReading.at, readBefore: before.lastReading.at }
  }
  return null
}
