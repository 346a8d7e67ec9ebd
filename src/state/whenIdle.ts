import { type DurationMs, seconds } from '#src/domain/time/units.ts'

const AT_LATEST: DurationMs = seconds(2)

/** Runs a job when the page has nothing better to do, at the latest after two seconds. Returns how to call it off. */
export function whenIdle(job: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(job, AT_LATEST)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(job, { timeout: AT_LATEST })
  return () => cancelIdleCallback(handle)
}
