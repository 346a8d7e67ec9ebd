import type { Priority } from '#src/domain/sla/priority.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { ALERT_LABELS } from './alertLabels.ts'
import type { PrometheusSource, Sources } from './fleet.ts'
import type { FleetFile } from './fleetFile.ts'
import { durationOr } from './durationOr.ts'
import { priorityOf } from './priorityOf.ts'
import type { AlertmanagerSource } from './ticketSettings.ts'

type AlertmanagerFile = NonNullable<NonNullable<FleetFile['sources']>['alertmanager']>

function buildPrometheus({ sources, credentials }: FleetFile): PrometheusSource | null {
  const file = sources?.prometheus
  if (file === undefined) return null
  return {
    url: file.url,
    ...(file.shownUrl === undefined ? {} : { shownUrl: file.shownUrl }),
    credentials: file.credentials ?? credentials ?? 'omit',
    labels: { service: file.labels?.service ?? null, pod: file.labels?.pod ?? null },
    match: file.match ?? {},
  }
}

/** Severities are compared without regard to case. */
const severitiesOf = (file: AlertmanagerFile['severities']): Readonly<Record<string, Priority>> => ({
  ...ALERT_LABELS.severities,
  ...Object.fromEntries(
    Object.entries(file ?? {}).map(([severity, priority]) => [severity.toLowerCase(), priorityOf(priority)]),
  ),
})

function buildAlertmanager({ sources, credentials }: FleetFile): AlertmanagerSource | null {
  const file = sources?.alertmanager
  if (file === undefined) return null
  return {
    url: file.url,
    ...(file.shownUrl === undefined ? {} : { shownUrl: file.shownUrl }),
    credentials: file.credentials ?? credentials ?? 'omit',
    filter: file.filter ?? [],
    serviceLabels: file.serviceLabels ?? ALERT_LABELS.serviceLabels,
    projectLabels: file.projectLabels ?? ['project', 'team', 'namespace'],
    severities: severitiesOf(file.severities),
    silenceFor: durationOr(file.silenceFor, minutes(15)),
    resolveTimeout: durationOr(file.resolveTimeout, minutes(5)),
    every: durationOr(file.every, seconds(15)),
  }
}

/** The sources that a valid fleet file names, with their defaults: a URL alone is enough. */
export const buildSources = (file: FleetFile): Sources => ({
  prometheus: buildPrometheus(file),
  alertmanager: buildAlertmanager(file),
})
