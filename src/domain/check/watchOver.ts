import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import { lengthOf } from '#src/domain/series/seenSpans.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { CheckWatch, WatchUntil } from './signOff.ts'

/** What a watch looks at: its service as it is shown now; null where the fleet has none of that name. */
type Watched = { readonly light: Light; readonly reasons: readonly Reason[] } | null

/** A reading is missing, old or cut: what it would say is not known. */
function hidesSignals(reason: Reason): boolean {
  if (reason.kind === 'exposition') return reason.pods.some(({ truncatedBy }) => truncatedBy !== null)
  return reason.kind === 'stale' || reason.kind === 'cannot-see' || reason.kind === 'metrics-failing'
}

/** Unknown is not flat: what cannot be seen, or is gone, may drift. */
function isFlat(until: Extract<WatchUntil, { kind: 'flat' }>, watched: Watched): boolean {
  if (watched === null || watched.light === 'unknown') return false
  return !watched.reasons.some(
    (reason) =>
      hidesSignals(reason) ||
      (reason.kind === 'drift' && (until.signal === null || reasonSignal(reason) === until.signal)),
  )
}

/** A browser that knows less of a service cannot tell a drift from none: the drift test wants hours of samples. */
const SEES_DRIFTS_AFTER: DurationMs = hours(4)

/** Whether a drift that stood would be known here: one was, or the fleet was watched for long enough. */
function wouldBeKnown({ watched, filled, services }: Night, service: string | null): boolean {
  const own = services.find(({ name }) => name === service)?.stretches ?? []
  const wasKnown = own.some(({ reasons }) => reasons.some(({ kind }) => kind === 'drift'))
  return wasKnown || lengthOf(watched) - lengthOf(filled) >= SEES_DRIFTS_AFTER
}

/**
 * Whether what somebody waited for has come: their moment, or that nothing they watched drifts any more, where this browser
 * can know. `watched`: the service's row; null: the fleet has none of that name.
 */
export const isWatchOver = (
  { until, service }: Pick<CheckWatch, 'until' | 'service'>,
  watched: Watched,
  night: Night,
  now: EpochMs,
): boolean =>
  until.kind === 'time' ? until.at <= now : isFlat(until, watched) && wouldBeKnown(night, service)

/** What of an item a watch has to cover. */
type Covered = {
  readonly light: Light
  readonly kinds: readonly string[]
  readonly night: Pick<ServiceNight, 'stretches'> | null
}

/** Grey is on no scale with the others: a watch of something red says nothing of why it cannot be seen now. */
const isWithin = (light: Light, watched: Light): boolean =>
  light === 'unknown' || watched === 'unknown' ? light === watched : lightRank(light) >= lightRank(watched)

/**
 * Whether a watch says all that there is to say of its item: no graver light and no other kind of reason than it was set for,
 * now and at every moment since. Then nobody has to look again before it is over.
 */
export function isCovered(
  { light, kinds, night }: Covered,
  watch: Pick<CheckWatch, 'light' | 'kinds' | 'from'>,
): boolean {
  const known = new Set(watch.kinds)
  if (!isWithin(light, watch.light) || kinds.some((kind) => !known.has(kind))) return false
  const since = night?.stretches.filter(({ to, light: then }) => to > watch.from && then !== 'unknown') ?? []
  return since.every(
    (stretch) =>
      (stretch.light === 'green' || isWithin(stretch.light, watch.light)) &&
      stretch.reasons.every(({ kind }) => known.has(kind)),
  )
}
