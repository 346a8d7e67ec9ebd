import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Answer, Engine, EngineFactory } from './engine.ts'

const RANGE = hours(6)
const EVALUATED_EVERY = minutes(5)
const PENDING_FOR = minutes(30)

type Line = { readonly slope: number; readonly now: number }

/**
 * The alert most fleets have: `predict_linear(v[6h], horizon) > limit`, evaluated every 5 min, `for: 30m`.
 * Simple least squares over all samples of the last 6 h as Prometheus computes it; it knows no restarts, and
 * without a limit it never fires.
 */
export const predictLinear =
  (horizon: DurationMs): EngineFactory =>
  ({ limit }) => {
    const range = slidingRange()
    let evaluated: EpochMs = Number.NEGATIVE_INFINITY
    let pendingSince: EpochMs | null = null
    let firing = false
    let line: Line | null = null
    const evaluate = (t: EpochMs): void => {
      evaluated = t
      line = range.fit(t)
      const above =
        limit !== undefined && line !== null && line.now + line.slope * (horizon / hours(1)) > limit
      pendingSince = above ? (pendingSince ?? t) : null
      firing = pendingSince !== null && t - pendingSince >= PENDING_FOR
    }
    return {
      push: (t, v) => {
        range.push(t, v)
        if (t - evaluated >= EVALUATED_EVERY) evaluate(t)
      },
      restart: () => undefined,
      assess: () => answerOf(line, firing, limit),
      drifting: () => firing,
    } satisfies Engine
  }

const answerOf = (line: Line | null, firing: boolean, limit: number | undefined): Answer => {
  const slope = line?.slope ?? 0
  const left = line === null || limit === undefined || slope <= 0 ? null : (limit - line.now) / slope
  return {
    slopePerHour: slope,
    ci: [slope, slope],
    verdict: firing ? 'drift' : 'flat',
    etaMs: left === null ? null : Math.max(0, hours(left)),
  }
}

type Sums = { n: number; x: number; y: number; xx: number; xy: number }

/** The samples of the last 6 h. Prometheus stores no late samples; NaN is left out, as it would hide all others. */
const slidingRange = (): {
  readonly push: (t: EpochMs, v: number) => void
  readonly fit: (now: EpochMs) => Line | null
} => {
  const times: EpochMs[] = []
  const values: number[] = []
  let first = 0
  // The sums are those of the samples from `first` on, relative to an origin that is never much older than them.
  let [originT, originV] = [0, 0]
  let sums: Sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0 }
  const add = (index: number, sign: 1 | -1): void => {
    const x = ((times[index] ?? originT) - originT) / hours(1)
    const y = (values[index] ?? originV) - originV
    sums.n += sign
    sums.x += sign * x
    sums.y += sign * y
    sums.xx += sign * x * x
    sums.xy += sign * x * y
  }
  const renew = (): void => {
    times.splice(0, first)
    values.splice(0, first)
    first = 0
    originT = times[0] ?? 0
    originV = values[0] ?? 0
    sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0 }
    for (let index = 0; index < times.length; index += 1) add(index, 1)
  }
  return {
    push: (t, v) => {
      if (Number.isNaN(v) || t <= (times.at(-1) ?? Number.NEGATIVE_INFINITY)) return
      times.push(t)
      values.push(v)
      add(times.length - 1, 1)
    },
    fit: (now) => {
      for (; first < times.length && (times[first] ?? now) <= now - RANGE; first += 1) add(first, -1)
      if (now - originT > 2 * RANGE) renew()
      return leastSquares(sums, (now - originT) / hours(1), originV)
    },
  }
}

/** The line through the samples; its height at `x`. Null below two samples. */
const leastSquares = (sums: Sums, x: number, originV: number): Line | null => {
  const { n } = sums
  if (n < 2) return null
  const variance = sums.xx - (sums.x * sums.x) / n
  const slope = variance === 0 ? 0 : (sums.xy - (sums.x * sums.y) / n) / variance
  return { slope, now: originV + sums.y / n + slope * (x - sums.x / n) }
}
