import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { type AlertLabels, ALERT_LABELS } from '#src/domain/fleet/alertLabels.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import { MOST_URL, WEB_ADDRESS } from '#src/domain/ticket/textSchema.ts'
import { parseAddressMoment } from '#src/domain/time/parseAddressMoment.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { bySeverity, priorityIn } from './alertPriority.ts'
import { filterLabels, karmaLabel } from './linkMatchers.ts'

/** What is more than a text. */
type ReadField = 'priority' | 'at' | 'signal' | 'fingerprint' | 'runbook'

/** What of a link was given and could not be used: no such moment, no such signal, no address of the web. */
export type LinkFault = { readonly field: ReadField; readonly given: string }

/** What an alert link says. Null: it says nothing of that. */
export type AlertLink = {
  /** As the link names it: not yet a service of the fleet. */
  readonly service: string | null
  readonly pod: string | null
  readonly priority: Priority | null
  readonly message: string | null
  readonly at: EpochMs | null
  readonly signal: Signal | null
  readonly fingerprint: string | null
  /** An address of the web. */
  readonly runbook: string | null
  /** Of `filter=` and `q=`: what they say that labels are. */
  readonly labels: Labels
  readonly faults: readonly LinkFault[]
}

type Pair = readonly [name: string, value: string]

/** Whatever is behind this many parameters, labels or characters is not read: no template writes so much. */
const MOST_PARAMS = 200
const MOST_LABELS = 50
const MOST_VALUE = 10_000
const MOST_NAME = 200
const MOST_SHOWN = 120

/** Neither another scheme nor a name and password. */
const isWebPage = (text: string): boolean =>
  text.length <= MOST_URL && WEB_ADDRESS.test(text) && !/^https?:\/\/[^/?#]*@/i.test(text)

const signalIn = (text: string): Signal | null => SIGNALS.find((signal) => signal === text) ?? null
const fingerprintIn = (text: string): string | null =>
  /^[\w-]{1,64}$/.test(text) ? text.toLowerCase() : null
const pageIn = (text: string): string | null => (isWebPage(text) ? text : null)

function labelsOf(pairs: readonly Pair[]): Labels {
  const told = pairs.flatMap(([name, value]) => {
    if (name === 'filter') return filterLabels(value)
    const label = name === 'q' ? karmaLabel(value) : null
    return label === null ? [] : [label]
  })
  return labelSet(
    told
      .slice(0, MOST_LABELS)
      .map(([name, value]) => [cutText(name, MOST_NAME), cutText(value, MOST_NAME)] as const),
  )
}

const nameIn = (text: string): string | null => cutText(text.trim(), MOST_NAME) || null

/**
 * Reads the parameters of an alert link, `#/alert?service=…&pod=…&priority=…&message=…&at=…&signal=…&fingerprint=…&runbook=…`,
 * decoded and in their order, of several of one name the first that is not empty; and the labels of Alertmanager's
 * `filter=` and of karma's `q=`, of several of one name the last. Everything is untrusted, bounded, and null where it
 * cannot be read; `faults` tells what was left out for that.
 */
export function parseAlertLink(
  params: Iterable<Pair>,
  { severities }: Pick<AlertLabels, 'severities'> = ALERT_LABELS,
): AlertLink {
  const pairs = [...params].slice(0, MOST_PARAMS)
  const faults: LinkFault[] = []
  const given = (field: string): string =>
    pairs.find(([name, value]) => name === field && value.trim() !== '')?.[1].slice(0, MOST_VALUE) ?? ''
  const read = <T>(field: ReadField, reader: (text: string) => T | null): T | null => {
    const text = given(field).trim()
    const value = text === '' ? null : reader(text)
    if (text !== '' && value === null) faults.push({ field, given: cutText(text, MOST_SHOWN) })
    return value
  }
  return {
    service: nameIn(given('service')),
    pod: nameIn(given('pod')),
    priority: read('priority', (text) => priorityIn(text) ?? bySeverity(text, severities)),
    message: given('message').trim() || null,
    at: read('at', parseAddressMoment),
    signal: read('signal', signalIn),
    fingerprint: read('fingerprint', fingerprintIn),
    runbook: read('runbook', pageIn),
    labels: labelsOf(pairs),
    faults,
  }
}

const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)}"`

const filterOf = (labels: Labels): string | null => {
  const matchers = Object.entries(labels).map(([name, value]) => `${quoted(name)}=${quoted(value)}`)
  return matchers.length === 0 ? null : `{${matchers.join(',')}}`
}

/** The parameters by which `parseAlertLink` reads the same link again, `at` to the second; what is null is left out. */
export function alertParams(link: Omit<AlertLink, 'faults'>): Readonly<Record<string, string>> {
  const { service, pod, priority, message, at, signal, fingerprint, runbook, labels } = link
  const all = {
    service,
    pod,
    priority: priority === null ? null : `P${priority}`,
    message,
    at: at === null ? null : `${printWallTime(at, 'UTC')}Z`,
    signal,
    fingerprint,
    runbook,
    filter: filterOf(labels),
  }
  const told = Object.entries(all).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]))
  return Object.fromEntries(told)
}
