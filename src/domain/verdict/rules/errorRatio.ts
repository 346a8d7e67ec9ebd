import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** A page that counts no requests, or on which none came, has no errors. */
function errorsOf({ signals }: SignalReadings): Part<'errors'> {
  const ratio = signals.get('errorRatio')?.value ?? 0
  return { kind: 'errors', ratio, perSecond: signals.get('requestRate')?.value ?? 0 }
}

/** A count is whole, a rate times a window only nearly. */
const failedIn = ({ ratio, perSecond }: Part<'errors'>, window: DurationMs): number =>
  Math.round((ratio * perSecond * window) / 1000)

/** From one page to the next by a quarter at least; and by so many failed requests that a handful of them is no rise. */
const GROWS = 1.25
const MORE_FAILED = 5

/** The share that failed as of the page before, where it was worth a word. */
function ratioBefore({ conditions }: PodFacts): number {
  const before = conditions.get('errors')?.answers.at(-1)?.part
  return before?.kind === 'errors' ? before.ratio : 0
}

const isRising = ({ conditions }: PodFacts): boolean => {
  const known = conditions.get('errors')
  return known?.light === 'red' && known.part.kind === 'errors' && known.part.rising === true
}

/**
 * Errors rise fast where their share is usually under what is orange, is now `errorsRise` times that with five times as
 * many failed requests as are worth a word, and grew by a quarter since the page before. Damping wants that twice in a row,
 * so that a single bad page, or two that are equally bad, are not red. Whose errors have risen so stays red until they are
 * below that share again: that they rise no further makes nothing better. More than `errorsRed` needs no rise to be red.
 */
function risesFast(pod: PodFacts, part: Part<'errors'>, window: DurationMs, policy: Policy): boolean {
  if (part.ratio <= policy.errorsRise * policy.errorsOrange) return false
  if (isRising(pod)) return true
  if (part.ratio > policy.errorsRed) return false
  const usual = pod.usual.get('errorRatio')?.value ?? 0
  const enough = failedIn(part, window) >= MORE_FAILED * policy.errorsAtLeast
  return enough && usual <= policy.errorsOrange && part.ratio >= GROWS * ratioBefore(pod)
}

/** Requests that fail on the service's own side: health may know nothing of them, callers do. */
export const errorRatio = rule({
  kind: 'errors',
  on: 'metrics',
  reads: ['errorRatio', 'requestRate'],
  orange: ['errorsOrange', 'errorsAtLeast'],
  red: ['errorsRed', 'errorsRise'],
  find: (pod, policy) => {
    const window = pod.signals?.window ?? null
    if (pod.tracks.metrics?.result.ok !== true || pod.signals === null || window === null) return NO_OPINION
    const part = errorsOf(pod.signals)
    if (part.ratio <= policy.errorsOrange || failedIn(part, window) < policy.errorsAtLeast) return null
    if (risesFast(pod, part, window, policy)) return { light: 'red', part: { ...part, rising: true } }
    return { light: part.ratio > policy.errorsRed ? 'red' : 'orange', part }
  },
})
