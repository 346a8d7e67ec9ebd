import type { EpochMs } from '#src/domain/time/units.ts'
import type { SignalHistory } from './signalHistory.ts'

/** A place in a picture: a moment, and a value in the signal's unit. */
export type ChartPoint = readonly [at: EpochMs, value: number]

/** Where a drift leads: a line, and the band around it that holds with 95 % certainty (empty: nothing is known of it). */
export type Forecast = {
  readonly line: readonly [ChartPoint, ChartPoint]
  readonly band: readonly ChartPoint[]
}

/** What is shown ahead is at most this share of what is shown of the past: the past is what is known. */
const MOST_AHEAD = 1 / 3

type Sloped = Pick<SignalHistory, 'slope' | 'bound'>

type Drift = NonNullable<SignalHistory['slope']> & { readonly reachedAt: EpochMs }

/** A drift on its way to a bound; null of all else. */
function onItsWay({ slope, bound }: Sloped): Drift | null {
  if (slope === null || bound === null || !slope.isDrift) return null
  const { reachedAt } = slope
  return reachedAt === null || reachedAt <= slope.to ? null : { ...slope, reachedAt }
}

/**
 * Until when pictures of some signals go on, to show where their drifts lead: to the end of the last interval in which a
 * bound is reached, but at most a third of the span that ends at `to`. `to` itself where nothing drifts towards a bound.
 */
export function shownUntil(
  histories: readonly Sloped[],
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): EpochMs {
  const most = to + (to - from) * MOST_AHEAD
  const ends = histories.flatMap((history) => {
    const drift = onItsWay(history)
    return drift === null ? [] : [drift.reachedBetween?.[1] ?? drift.reachedAt]
  })
  return Math.max(to, Math.min(most, Math.max(to, ...ends)))
}

/** A straight line from a place with a slope per millisecond that ends at the bound, as far as `until`. */
function towards([at, value]: ChartPoint, end: EpochMs, bound: number, until: EpochMs): ChartPoint {
  if (end <= until) return [end, bound]
  return [until, value + ((bound - value) * (until - at)) / (end - at)]
}

/** The corners of the band: along the fast edge, perhaps along the bound, back along the slow one. */
function bandOf(start: ChartPoint, drift: Drift, bound: number, until: EpochMs): readonly ChartPoint[] {
  if (drift.reachedBetween === null) return []
  const [early, late] = drift.reachedBetween
  const [at, value] = start
  const fast = towards(start, Math.max(early, at), bound, until)
  // An open end: as far as is known it may as well stay where it is.
  const slow = late === null ? ([until, value] as const) : towards(start, late, bound, until)
  // The fast edge has arrived, the slow one has not: the picture's edge lies between them.
  const isCut = fast[0] < until && (late === null || late > until)
  return isCut ? [start, fast, [until, bound], slow] : [start, fast, slow]
}

/**
 * Where a drift leads from the end of its fitted line on, up to its bound or until the picture ends; the band's edges run to
 * the ends of the 95 % interval in which the bound is reached. Null of what does not drift towards a bound, or where the
 * picture ends before.
 */
export function forecastOf(history: Sloped, until: EpochMs): Forecast | null {
  const drift = onItsWay(history)
  if (drift === null || history.bound === null || until <= drift.to) return null
  const start = [drift.to, drift.toValue] as const
  const end = towards(start, drift.reachedAt, history.bound, until)
  return { line: [start, end], band: bandOf(start, drift, history.bound, until) }
}
