import type { HealthLog } from '#src/domain/health/healthReading.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'

/** A pod that logs a line for some of its requests. */
export type RequestLogPlan = {
  readonly pod: string
  /** What each line begins with: `[user-sync] creating user: POST /api/users`. */
  readonly says: string
  /** The share of requests that fail at `t`, from 0 to 1. */
  readonly errors: (t: EpochMs) => number
}

const EVERY: DurationMs = seconds(2)
/** So many lines a health page carries. */
const LINES = 50

/** Whether line `n` is one of the errors, spread evenly: of 0.2 each fifth. */
const isError = (n: number, share: number): boolean => Math.floor((n + 1) * share) > Math.floor(n * share)

/**
 * The last lines that a pod has logged by `t`, oldest first: errors and successes in one list, one line each two seconds,
 * each with the id of the pod, as in-house health pages carry them.
 */
export function requestLog({ pod, says, errors }: RequestLogPlan): (t: EpochMs) => readonly HealthLog[] {
  return (t) => {
    const last = Math.floor(t / EVERY)
    return Array.from({ length: LINES }, (_, i): HealthLog => {
      const n = last - LINES + 1 + i
      const at = n * EVERY
      const failed = isError(n, errors(at))
      return {
        at,
        level: failed ? 'error' : 'info',
        message: `${says}: ${failed ? 500 : 200}`,
        fields: [['pod_id', pod]],
      }
    })
  }
}
