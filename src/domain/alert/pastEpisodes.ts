import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import type { StoredSeries } from '#src/domain/prometheus/readResult.ts'
import { MOST_POINTS, type Span, spanWithin } from '#src/domain/prometheus/span.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Alert } from './alert.ts'

/** What Prometheus writes of every alert that fires (Prometheus, "Alerting rules", "Inspecting alerts during runtime"). */
export const FIRING_QUERY = 'ALERTS{alertstate="firing"}'

/** An alert that began to fire and ended; both to within a step of the query. */
export type PastEpisode = { readonly labels: Labels; readonly began: EpochMs; readonly ended: EpochMs }

/** Rules are seldom evaluated more often. */
const STEP: DurationMs = minutes(1)

/** A shorter gap is Prometheus' own: a restart, or an evaluation that was missed. It is not the alert's end. */
export const PAST_GAP: DurationMs = minutes(5)

/** Nobody reads more of a night; the newest count. */
const MOST_EPISODES = 500

/** The moments at which the past is asked for: every minute, or as finely as one query may. */
export const pastSpan = (from: EpochMs, to: EpochMs): Span =>
  spanWithin(from, to, Math.max(STEP, Math.ceil((to - from) / (MOST_POINTS - 1) / STEP) * STEP))

/** The alert's own labels: without those that the series has by being one. */
const alertLabels = ({ labels }: StoredSeries): Labels =>
  labelSet(Object.entries(labels).filter(([name, value]) => name !== 'alertstate' && value !== ''))

/** Stretches of points that have a value, from the first to the last of each; gaps that are too short do not part them. */
function stretches(values: Float64Array, gap: number): readonly { first: number; last: number }[] {
  const found: { first: number; last: number }[] = []
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return
    const open = found.at(-1)
    if (open !== undefined && i - open.last <= gap) open.last = i
    else found.push({ first: i, last: i })
  })
  return found
}

function episodesOf(series: StoredSeries, { start, step }: Span): readonly PastEpisode[] {
  const gap = Math.max(1, Math.floor(PAST_GAP / step))
  return stretches(series.values, gap)
    .filter(({ last }) => last < series.values.length - 1)
    .map(({ first, last }) => ({
      labels: alertLabels(series),
      began: start + first * step,
      ended: start + (last + 1) * step,
    }))
}

/**
 * What fired and ended within a span, oldest first, the newest `MOST_EPISODES`. What still fires at its end is not among
 * them: Alertmanager itself tells of it. One that fired at the beginning of the span has begun there or before; one that
 * ended less than `PAST_GAP` before its end may go on.
 */
export const pastEpisodes = (series: readonly StoredSeries[], span: Span): readonly PastEpisode[] =>
  series
    .flatMap((one) => episodesOf(one, span))
    .toSorted((a, b) => a.began - b.began || a.ended - b.ended)
    .slice(-MOST_EPISODES)

const isPartOf = (labels: Labels, whole: Labels): boolean =>
  Object.entries(labels).every(([name, value]) => whole[name] === value)

/** What an alert has beside the labels of its series; null where no series can be its own. */
function beside(alert: Alert, series: readonly Labels[]): Labels | null {
  const own = series.filter((labels) => isPartOf(labels, alert.labels))
  const longest = own.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0]
  if (longest === undefined) return null
  return labelSet(Object.entries(alert.labels).filter(([name]) => !Object.hasOwn(longest, name)))
}

/**
 * The labels that Prometheus adds to every alert on its way (`external_labels`) and that its series lack: what all alerts
 * that are told of now have beside the labels of their series. None where nothing that fires is among the series.
 */
export function addedLabels(alerts: readonly Alert[], series: readonly StoredSeries[]): Labels {
  const firing = series.filter(({ values }) => !Number.isNaN(values.at(-1) ?? Number.NaN)).map(alertLabels)
  const added = alerts.map((alert) => beside(alert, firing)).filter((labels) => labels !== null)
  const [first = labelSet([])] = added
  return labelSet(
    Object.entries(first).filter(([name, value]) => added.every((other) => other[name] === value)),
  )
}

/** Labels with what Prometheus adds to them; a label that is there already stays (Prometheus, `external_labels`). */
export const withAdded = (labels: Labels, added: Labels): Labels =>
  labelSet([...Object.entries(added), ...Object.entries(labels)])
