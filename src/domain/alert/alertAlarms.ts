import { fleetNames } from '#src/domain/cascade/fleetNames.ts'
import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import type { AlertmanagerSource } from '#src/domain/fleet/ticketSettings.ts'
import { cutText, oneLine } from '#src/domain/health/cutText.ts'
import { WEB_ADDRESS } from '#src/domain/ticket/textSchema.ts'
import type { TicketLink } from '#src/domain/ticket/ticketEvent.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'
import type { Alarm } from './alarm.ts'
import type { Alert } from './alert.ts'
import { alertKey } from './alertKey.ts'
import { alertPriority } from './alertPriority.ts'
import { serviceOfLabels } from './serviceOfLabels.ts'

/** What an alarm says of an alert whatever its state. */
export type AlertAlarm = Omit<Alarm, 'state' | 'since' | 'detectedAt'>

/** What is read off an alert to make an alarm of it: of a past one there is no more. */
export type AlertFacts = Pick<Alert, 'fingerprint' | 'labels' | 'annotations' | 'generatorUrl'>

const TITLE_CAP = 200
const NAME_CAP = 80
const URL_CAP = 2000

/** Annotations that hold a page to look at, each kind by the first of its names (Prometheus, "Alerting rules"; Grafana). */
const LINKS = [
  { label: englishAlerts.links.runbook, names: ['runbook_url', 'runbook'] },
  { label: englishAlerts.links.dashboard, names: ['dashboard_url', 'dashboard', 'grafana_url'] },
] as const

/** No credentials, no other scheme: an alert is written by whoever may write alerts. */
const WEB_PAGE = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i

/**
 * Alerts that fire as long as all is well, or only to hold others back (kube-prometheus: `Watchdog`, `InfoInhibitor`;
 * elsewhere `DeadMansSwitch`): they open no tickets.
 */
const HEARTBEATS: ReadonlySet<string> = new Set(['watchdog', 'deadmansswitch', 'infoinhibitor'])

/** Labels that a title need not repeat. */
const UNSAID: ReadonlySet<string> = new Set(['alertname', 'severity', 'priority', 'prometheus', 'alertstate'])

const isHeartbeat = (labels: Labels): boolean =>
  HEARTBEATS.has((labels['alertname'] ?? '').replaceAll(/[^a-z]/gi, '').toLowerCase())

/** The alert's own summary, else its name and what tells it from others of that name. */
function titleOf({ labels, annotations }: AlertFacts): string {
  const summary = oneLine(annotations['summary'] ?? '', TITLE_CAP)
  if (summary !== '') return summary
  const rest = Object.entries(labels)
    .filter(([name, value]) => !UNSAID.has(name) && value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  const name = labels['alertname'] ?? englishAlerts.unnamed
  return oneLine(rest.length === 0 ? name : `${name} (${rest.join(', ')})`, TITLE_CAP)
}

const isPage = (url: string): boolean => url.length <= URL_CAP && WEB_PAGE.test(url) && WEB_ADDRESS.test(url)

function linksOf({ annotations, generatorUrl }: AlertFacts): readonly TicketLink[] {
  const told = LINKS.map(({ label, names }) => ({
    label,
    url: names.map((name) => (annotations[name] ?? '').trim()).find(isPage) ?? '',
  }))
  const all = [...told, { label: englishAlerts.links.query, url: generatorUrl.trim() }]
  return all.filter(({ url }) => isPage(url))
}

function projectOf(labels: Labels, projectLabels: readonly string[], service: Service | undefined) {
  const told = projectLabels
    .map((label) => oneLine(labels[label] ?? '', NAME_CAP))
    .find((name) => name !== '')
  return told ?? service?.tickets.project ?? null
}

/** Makes the reader of alerts for a fleet: its names are made ready once. */
export function alertAlarms(
  source: AlertmanagerSource,
  fleet: Pick<Fleet, 'services'>,
): (alert: AlertFacts) => AlertAlarm {
  const services = new Map(fleet.services.map((service) => [service.name, service]))
  const names = { exact: new Set(services.keys()), fleet: fleetNames(services.keys()) }
  return (alert) => {
    const { fingerprint, labels, annotations } = alert
    const name = serviceOfLabels(labels, source.serviceLabels, names)
    const service = name === null ? undefined : services.get(name)
    return {
      key: alertKey(fingerprint),
      source: 'alertmanager',
      service: name,
      project: projectOf(labels, source.projectLabels, service),
      title: titleOf(alert),
      description: cutText((annotations['description'] ?? annotations['message'] ?? '').trim()),
      ...alertPriority(labels, source.severities, service?.tickets.priority ?? null),
      // Its rule has waited already (`for`).
      delay: 0,
      root: null,
      links: linksOf(alert),
      evidence: null,
      automatic: (service?.tickets.automatic ?? true) && !isHeartbeat(labels),
    }
  }
}
