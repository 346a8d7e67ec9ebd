import type { Track } from '#src/domain/slope/testing/noise.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { MetricLines } from './story.ts'

/** What a service's requests are like. */
export type RequestPlan = {
  /** Share of them that fail on its own side, 0 to 1; none unless told. */
  readonly errors?: Track
  /** With which status they fail; 500 unless told. */
  readonly status?: number
  /** Seconds that half of them, and that 99 of 100 take at most; no durations are told without both. */
  readonly p50?: Track
  readonly p99?: Track
}

/** `prometheus.DefBuckets` of client_golang, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The 99 % point of the standard normal distribution. */
const Z99 = 2.326

/** Share of a standard normal distribution below `z`, exact to 0.0001 (Abramowitz and Stegun, 26.2.17 with 7.1.25). */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.47047 * x)
  const erf = 1 - t * (0.3480242 - t * (0.0958798 - t * 0.7478556)) * Math.exp(-x * x)
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}

/** Share of the requests that take no longer than `seconds`: log-normal, as answer times are. */
function shareWithin(seconds: number, p50: number, p99: number): number {
  const sigma = Math.log(p99 / p50) / Z99
  return normalShare(Math.log(seconds / p50) / sigma)
}

/** Counts what one process serves: `http_requests_total` by status, and the histogram of their durations. */
export type RequestMeter = {
  /** Takes note of `count` requests that came up to `t`; the counters as they are then. */
  readonly serve: (t: EpochMs, count: number) => MetricLines
  /** The process was started anew. */
  readonly reset: () => void
}

/** A meter for requests that are as the plan says. To be asked in order of time. */
export function requestMeter({ errors, status = 500, p50, p99 }: RequestPlan): RequestMeter {
  const timed = p50 !== undefined && p99 !== undefined
  const within = BUCKETS.map(() => 0)
  let [served, failed, spent] = [0, 0, 0]
  const durations = (t: EpochMs, count: number): MetricLines => {
    if (!timed) return {}
    const [half, most] = [p50(t), p99(t)]
    spent += count * half
    const lines: Record<string, number> = {}
    for (const [i, le] of BUCKETS.entries()) {
      within[i] = (within[i] ?? 0) + count * shareWithin(le, half, most)
      lines[`http_request_duration_seconds_bucket{le="${le}"}`] = Math.floor(within[i] ?? 0)
    }
    lines['http_request_duration_seconds_bucket{le="+Inf"}'] = Math.floor(served + failed)
    lines['http_request_duration_seconds_count'] = Math.floor(served + failed)
    lines['http_request_duration_seconds_sum'] = spent
    return lines
  }
  return {
    serve(t, count) {
      const share = errors?.(t) ?? 0
      served += count * (1 - share)
      failed += count * share
      return {
        'http_requests_total{code="200"}': Math.floor(served),
        ...(errors === undefined ? {} : { [`http_requests_total{code="${status}"}`]: Math.floor(failed) }),
        ...durations(t, count),
      }
    },
    reset() {
      ;[served, failed, spent] = [0, 0, 0]
      within.fill(0)
    },
  }
}
