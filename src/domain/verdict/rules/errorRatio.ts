import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
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

/** Requests that fail on the service's own side: health may know nothing of them, callers do. */
export const errorRatio = rule({
  kind: 'errors',
  on: 'metrics',
  reads: ['errorRatio', 'requestRate'],
  orange: ['errorsOrange', 'errorsAtLeast'],
  red: ['errorsRed'],
  find: (pod, policy) => {
    const window = pod.signals?.window ?? null
    if (pod.tracks.metrics?.result.ok !== true || pod.signals === null || window === null) return NO_OPINION
    const part = errorsOf(pod.signals)
    if (part.ratio <= policy.errorsOrange || failedIn(part, window) < policy.errorsAtLeast) return null
    return { light: part.ratio > policy.errorsRed ? 'red' : 'orange', part }
  },
})
