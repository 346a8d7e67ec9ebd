import type { StoredSeries } from '#src/domain/prometheus/readResult.ts'
import type { Span } from '#src/domain/prometheus/span.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Alarm } from './alarm.ts'
import type { Alert } from './alert.ts'
import type { AlertAlarm, AlertFacts } from './alertAlarms.ts'
import { alertMatcher } from './alertMatcher.ts'
import { fingerprintOf } from './fingerprintOf.ts'
import { addedLabels, PAST_GAP, pastEpisodes, withAdded } from './pastEpisodes.ts'

/** What the past is read with. */
export type PastReading = {
  readonly now: EpochMs
  readonly span: Span
  /** What Alertmanager tells of now. */
  readonly alerts: readonly Alert[]
  /** Matchers of the alerts that are asked for. */
  readonly filter: readonly string[]
  readonly alarmOf: (alert: AlertFacts) => AlertAlarm
}

/** To learn what is added to all alerts a few of them are enough. */
const ENOUGH = 50

/**
 * Alarms of alerts that began and ended within a span (`FIRING_QUERY` over it), oldest first. Each has the key that
 * Alertmanager gives the same alert, as long as the labels that are added on the way to it can be learned from one that
 * fires now; rules that rewrite labels of alerts (`alert_relabel_configs`) cannot. Without annotations, which are not
 * stored, unless the same alert fires again now.
 */
export function pastAlarms(series: readonly StoredSeries[], reading: PastReading): readonly Alarm[] {
  const { alerts, span, now, alarmOf } = reading
  const told = new Map(alerts.map((alert) => [alert.fingerprint, alert]))
  const added = addedLabels(alerts.slice(0, ENOUGH), series)
  const isAsked = alertMatcher(reading.filter)
  return pastEpisodes(series, span).flatMap(({ labels: own, began, ended }) => {
    const labels = withAdded(own, added)
    if (!isAsked(labels)) return []
    const fingerprint = fingerprintOf(labels)
    const again = told.get(fingerprint)
    if (again !== undefined && ended > span.end - PAST_GAP) return []
    const facts = {
      fingerprint,
      labels,
      annotations: again?.annotations ?? {},
      generatorUrl: again?.generatorUrl ?? '',
    }
    return [{ ...alarmOf(facts), state: 'clear' as const, since: ended, began, detectedAt: now }]
  })
}
