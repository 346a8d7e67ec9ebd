import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { ProbeOutcome } from '#src/engine/probe/probeOutcome.ts'

/** After how long a bad very first answer is asked about again: until then nobody knows whether the pod is down. */
export const CONFIRM_AFTER: DurationMs = 1000

/** A pod that hangs is not asked sooner, and what cannot be read is shown as it is, at once. */
const isDown = (failure: ProbeFailure): boolean =>
  failure.kind === 'unreachable' || (failure.kind === 'http-status' && failure.status >= 500)

/** Whether a very first answer waits for a second one to confirm it. */
export function waitsForSecond({ answer }: ProbeOutcome): boolean {
  if (!answer.result.ok) return isDown(answer.result.error)
  if (answer.endpoint !== 'health' && answer.endpoint !== 'ready') return false
  const { state } = answer.result.value
  return state === 'down' || state === 'degraded'
}
