import { formatAbout } from './formatAbout.ts'
import { formatMoment } from './formatMoment.ts'
import { formatSignal } from './formatSignal.ts'
import { formatSlope, formatSlopeRange } from './formatSlope.ts'
import { growthText } from './growthText.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'
import { days, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

const words = texts.reason

type PodDrift = Reason<'drift'>['pods'][number]

/** Slopes that differ by less are told as one. */
const ALIKE = 1.25

/** `memory +31 MiB/h`, `open files up to +6/h`. */
function slopeText({ pods }: Reason<'drift'>): string {
  const slopes = pods.map(({ perHour }) => perHour)
  const [least, most] = [Math.min(...slopes), Math.max(...slopes)]
  const [first] = pods
  if (first === undefined) return ''
  const name = texts.signal[first.signal]
  const what = first.of === null || pods.length > 1 ? name : `${name} ${first.of}`
  const say = most > least * ALIKE ? words.slopeUpTo : words.slope
  return say(what, formatSlope(first.signal, most))
}

/** The deploy that most of the pods suspect, half of them at least; else null. */
export function suspectedDeploy({ pods }: Reason<'drift'>): PodDrift['deploy'] {
  const deploys = pods.flatMap(({ deploy }) => deploy ?? [])
  const count = (version: string | null): number => deploys.filter((each) => each.version === version).length
  const [suspected] = deploys.toSorted((a, b) => count(b.version) - count(a.version))
  return suspected !== undefined && 2 * count(suspected.version) >= pods.length ? suspected : null
}

/** The restart that most of the pods had before it began, half of them at least: the newest; else null. */
function restartOf({ pods }: Reason<'drift'>): EpochMs | null {
  const restarts = pods.flatMap(({ restartAt }) => restartAt ?? [])
  return 2 * restarts.length >= pods.length && restarts.length > 0 ? Math.max(...restarts) : null
}

/** `since Tue 14:20 (deploy 1.8.2)`, `since Tue 14:20 (restart Tue 13:08)`. */
function sinceText(reason: Reason<'drift'>, { now, timeZone }: Reader): string {
  const begun = Math.min(...reason.pods.map((pod) => pod.since))
  const deploy = suspectedDeploy(reason)
  if (deploy === null) {
    const restart = restartOf(reason)
    const since = texts.since(formatMoment(begun, now, timeZone))
    return restart === null ? since : words.afterRestart(since, formatMoment(restart, now, timeZone))
  }
  // When it began is known to some hours only: not before what it may come from.
  const since = formatMoment(Math.max(begun, deploy.at), now, timeZone)
  return words.afterDeploy(texts.since(since), deploy.version)
}

/** Nobody plans for what is further away, and no line that was fitted to four weeks tells it. */
const FORESEEN: DurationMs = days(365)

/** Screens tell the time to the minute: what is reached within it is reached. */
const MOMENT: DurationMs = minutes(1)

/**
 * `reaches its 4 GiB limit Thu about 09:40`; null where there is no limit, or it is years away. Of a moment that has
 * passed: `is at its 4 GiB limit`, or where nobody knows whether it came so, `was to reach` it.
 */
function reachesText(
  { signal, bound, reachedAt, light }: PodDrift,
  { now, timeZone }: Reader,
): string | null {
  if (bound === null || reachedAt === null || reachedAt - now > FORESEEN) return null
  const limit = formatSignal(signal, bound, now, timeZone)
  const about = formatAbout(reachedAt, now, timeZone)
  if (reachedAt >= now + MOMENT) return words.reaches(limit, about)
  return light === 'unknown' ? texts.slope.wasToReach(limit, about) : texts.slope.isAt(limit)
}

/**
 * A drift in two parts: `memory +31 MiB/h on 3 of 12 pods since Tue 14:20 (deploy 1.8.2)`, and what a narrow line must
 * not cut: `reaches its 4 GiB limit Thu about 09:40`, of the pod that does so first. Without a limit the second part is
 * null. `where`: `on 3 of 12 pods`.
 */
export function driftParts(
  reason: Reason<'drift'>,
  where: string,
  reader: Reader,
): { readonly text: string; readonly end: string | null } {
  const [soonest] = reason.pods
  const grows = reason.pods.find((pod) => pod.grows !== undefined)?.grows
  const rises = `${slopeText(reason)} ${where} ${sinceText(reason, reader)}`
  const text = grows === undefined ? rises : `${rises}: ${growthText(grows)}`
  if (soonest === undefined) return { text, end: null }
  const tail = soonest.signal === 'latencyP99' ? texts.usual.tailDrifts : null
  return { text, end: reachesText(soonest, reader) ?? tail }
}

/** One pod's share: `+31 MiB/h (29 to 33), now 1.2 GiB, reaches its 4 GiB limit Thu about 09:40`. */
export function driftFact(pod: PodDrift, reader: Reader): string {
  const { signal, of, perHour, ci, value, grows } = pod
  const slope = formatSlope(signal, perHour)
  const range = formatSlopeRange(signal, perHour, ci)
  const parts = [
    of,
    range === null ? slope : `${slope} (${range})`,
    words.valueNow(formatSignal(signal, value, reader.now, reader.timeZone)),
    reachesText(pod, reader),
    grows === undefined ? null : growthText(grows),
  ]
  return parts.filter((part) => part !== null).join(', ')
}
