import type { ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { englishPalette as words } from '#src/domain/wording/englishPalette.ts'
import { texts } from '#src/domain/wording/texts.ts'
import type { PaletteEntry, Way } from './paletteEntry.ts'
import { PLACES } from './places.ts'

/** What of a service is looked through. */
export type FoundService = Pick<ServiceRow, 'name' | 'team' | 'tier' | 'light' | 'pods'> & {
  readonly spark: Pick<Spark, 'signal' | 'pod'> | null
}

/** What of a ticket is looked through. */
export type FoundTicket = Pick<
  TicketRow,
  'code' | 'title' | 'priority' | 'state' | 'service' | 'project' | 'assignee'
>

/** Keys are apart whatever names contain: `pod:["orders","orders-1"]`. */
const keyOf = (kind: string, ...parts: readonly string[]): string =>
  `${kind}:${parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)}`

const servicePath = (service: string): string => `/s/${encodeURIComponent(service)}`
const podPath = (service: string, pod: string): string =>
  `${servicePath(service)}/p/${encodeURIComponent(pod)}`

function serviceEntries({ name, team, tier, light, pods }: FoundService): readonly PaletteEntry[] {
  return [
    {
      key: keyOf('service', name),
      kind: 'service',
      name,
      about: words.serviceAbout(team, tier, pods.length),
      light,
      subject: { service: name, pod: null },
      way: { path: servicePath(name) },
    },
    ...pods.map((pod): PaletteEntry => ({
      key: keyOf('pod', name, pod.name),
      kind: 'pod',
      name: pod.name,
      about: words.podAbout(name, pod.version),
      light: pod.light,
      subject: { service: name, pod: pod.name },
      way: { path: podPath(name, pod.name) },
    })),
  ]
}

const isPast = ({ state }: FoundTicket): boolean => state === 'resolved' || state === 'merged'

function ticketEntry(row: FoundTicket): PaletteEntry {
  const { code, title, priority, state, service, project, assignee } = row
  return {
    key: keyOf('ticket', code),
    kind: 'ticket',
    name: words.ticketName(code, title),
    about: words.ticketAbout(priority, state, service ?? project, assignee),
    light: null,
    way: { path: `/t/${encodeURIComponent(code)}` },
    isPast: isPast(row),
  }
}

function signalEntry(of: string, signal: Signal, way: Way): PaletteEntry {
  return {
    key: keyOf('signal', way.path, signal),
    kind: 'signal',
    name: words.signalName(texts.signal[signal], of),
    about: words.signalAbout,
    light: null,
    way,
  }
}

/** The signal that a service is drawn by, at the pod that is drawn. */
function drawnSignal({ name, spark }: FoundService): readonly PaletteEntry[] {
  if (spark === null) return []
  const { signal, pod } = spark
  const way = { path: podPath(name, pod), params: { layer: 'resources', signal } }
  return [signalEntry(pod, signal, way)]
}

/** What a path says of its subject: the service and perhaps the pod, as they stand in the fleet. */
function subjectIn(
  path: string,
  rows: ReadonlyMap<string, FoundService>,
): readonly [string, string | null] | null {
  for (const { name, pods } of rows.values()) {
    if (path === servicePath(name)) return [name, null]
    const pod = pods.find((one) => path === podPath(name, one.name))
    if (pod !== undefined) return [name, pod.name]
  }
  return null
}

/** All signals of the pod or service that is looked at: nobody looks for the CPU of no pod. */
function signalsHere(path: string, rows: ReadonlyMap<string, FoundService>): readonly PaletteEntry[] {
  const subject = path.startsWith('/s/') ? subjectIn(path, rows) : null
  if (subject === null) return []
  const [service, pod] = subject
  return SIGNALS.map((signal) => {
    const params = pod === null ? { signal } : { layer: 'resources', signal }
    return signalEntry(pod ?? service, signal, { path, params })
  })
}

const SCREENS: readonly PaletteEntry[] = [
  ...PLACES.map(({ name, path }): PaletteEntry => ({
    key: keyOf('screen', path),
    kind: 'screen',
    name: words.place[name],
    about: words.placeAbout[name],
    light: null,
    way: { path },
  })),
  ...(['report', 'week', 'handover'] as const).map((view): PaletteEntry => ({
    key: keyOf('screen', '/check', view),
    kind: 'screen',
    name: words.check[view],
    about: words.checkAbout,
    light: null,
    way: { path: '/check', params: { view } },
  })),
]

/** What there is to find. */
export type Findable = {
  readonly rows: ReadonlyMap<string, FoundService>
  readonly tickets: ReadonlyMap<string, FoundTicket>
  /** The titles of the rules, by kind. */
  readonly rules: readonly (readonly [kind: string, title: string])[]
  /** What can be done at once. */
  readonly actions: readonly (readonly [name: string, title: string])[]
  /** The path of the screen that is shown. */
  readonly path: string
}

/** Everything that can be found, each once. Those of the present screen come before others with the same key. */
export function paletteEntries({ rows, tickets, rules, actions, path }: Findable): readonly PaletteEntry[] {
  const fleet = [...rows.values()]
  const all: readonly PaletteEntry[] = [
    ...fleet.flatMap(serviceEntries),
    ...[...tickets.values()].map(ticketEntry),
    ...signalsHere(path, rows),
    ...fleet.flatMap(drawnSignal),
    ...SCREENS,
    ...actions.map(([name, title]): PaletteEntry => ({
      key: keyOf('action', name),
      kind: 'action',
      name: title,
      about: '',
      light: null,
      way: null,
    })),
    ...rules.map(([kind, title]): PaletteEntry => ({
      key: keyOf('rule', kind),
      kind: 'rule',
      name: title,
      about: kind,
      light: null,
      way: { path: '/rules', params: { rule: kind } },
    })),
  ]
  return [...new Map(all.toReversed().map((entry) => [entry.key, entry])).values()].toReversed()
}
