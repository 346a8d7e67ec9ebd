import { cutText } from '#src/domain/health/cutText.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'
import { cappedHealth } from './cappedHealth.ts'
import type { Tombstone } from './tombstone.ts'

/** Letters of a text that a pod gave, and of its address. */
const MOST_TEXT = 500
const MOST_URL = 2000

const textOr = (text: string | null): string | null => (text === null ? null : cutText(text, MOST_TEXT))

const versionOf = (read: VersionReading): VersionReading => ({
  version: textOr(read.version),
  commit: textOr(read.commit),
  builtAt: read.builtAt,
  runtime: textOr(read.runtime),
  startedAt: read.startedAt,
  from: cutText(read.from, MOST_TEXT),
})

const signalOf = ({ signal, value, bound, from, of }: SignalReading): SignalReading => ({
  signal,
  value,
  bound,
  from: cutText(from, MOST_TEXT),
  of: textOr(of),
})

/** When a pod was last read, of whichever endpoint; null where it never was. */
function lastSeenOf({ tracks: { health, ready, metrics, version } }: PodFacts): EpochMs | null {
  const read = [health, ready, metrics, version].flatMap((track) => track?.lastReading?.at ?? [])
  return read.length === 0 ? null : Math.max(...read)
}

/** What is kept of a pod that is missed since `missedAt`: its last readings, within bounds (see `cappedHealth`). */
export function tombstoneOf(facts: PodFacts, why: Tombstone['why'], missedAt: EpochMs): Tombstone {
  const { service, pod, tracks, version, startedAt, signals } = facts
  const health = tracks.health?.lastReading?.value ?? null
  return {
    service: service.name,
    pod: pod.name,
    url: cutText(pod.shownUrl ?? pod.url, MOST_URL),
    why,
    lastSeen: lastSeenOf(facts),
    missedAt: Math.floor(missedAt),
    version: version === null ? null : versionOf(version),
    startedAt,
    health: health === null ? null : cappedHealth(health),
    signals: [...(signals?.signals.values() ?? [])].map(signalOf),
  }
}
