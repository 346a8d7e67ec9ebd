import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** The moments `start`, `start + step`, … up to `end`, both of them included; whole multiples of the step. */
export type Span = { readonly start: EpochMs; readonly end: EpochMs; readonly step: DurationMs }

/** Prometheus refuses a query of more points in one series (web/api/v1, `queryRange`), and so do its relatives. */
export const MOST_POINTS = 11_000

/** How many moments there are; 0 where the end is before the start. */
export const pointsOf = ({ start, end, step }: Span): number =>
  Math.max(0, Math.floor((end - start) / step) + 1)

/**
 * All moments from `from` up to `to` that are multiples of the step. Servers with a cache move a query to such moments
 * by themselves (VictoriaMetrics; Thanos and Mimir where told to): asked so from the start, all give the same.
 */
export const spanWithin = (from: EpochMs, to: EpochMs, step: DurationMs): Span => ({
  start: Math.ceil(from / step) * step,
  end: Math.floor(to / step) * step,
  step,
})

/** The same moments in pieces of at most `most` points, oldest first; none where there is no moment. */
export function splitSpan(span: Span, most = MOST_POINTS): Span[] {
  const points = pointsOf(span)
  const size = Math.max(1, Math.min(most, MOST_POINTS))
  return Array.from({ length: Math.ceil(points / size) }, (_, i) => ({
    start: span.start + i * size * span.step,
    end: span.start + (Math.min(points, (i + 1) * size) - 1) * span.step,
    step: span.step,
  }))
}

/** As many moments, each of them earlier by `ago`. */
export const spanAgo = ({ start, end, step }: Span, ago: DurationMs): Span => ({
  start: start - ago,
  end: end - ago,
  step,
})
