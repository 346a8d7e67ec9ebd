import type { MappedSignal } from '#src/domain/signals/mappedSignal.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Mornings } from '#src/domain/time/nextMorning.ts'
import type { Bytes, DurationMs } from '#src/domain/time/units.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { AlertmanagerSource, Rota, ServiceTickets, TicketSettings } from './ticketSettings.ts'

/** The endpoints of a pod that are polled. */
export type Endpoint = 'health' | 'ready' | 'metrics' | 'version'

/** A fixed path, `false` for "has none", or `null` for "find out". */
export type EndpointPath = string | false | null

/** One running instance. */
export type Pod = {
  readonly name: string
  /** Where it is asked: absolute, or relative to the fleet file. */
  readonly url: string
  /** Its own address for a person to read and copy, where `url` is a gateway's path; never asked. */
  readonly shownUrl?: string
}

export type Links = {
  readonly runbook: string | null
  readonly dashboard: string | null
  readonly logs: string | null
  readonly channel: string | null
}

/** Where a service runs in Kubernetes, as far as the fleet file tells. */
export type Kubernetes = {
  /** Null: the one that whoever runs a command works in. */
  readonly namespace: string | null
  /** What keeps its pods running; null where its name is not told and cannot be that of the service. */
  readonly workload: {
    readonly kind: 'deployment' | 'statefulset' | 'daemonset'
    readonly name: string
  } | null
}

export type Service = {
  readonly name: string
  readonly team: string | null
  /** 1 is the most important. */
  readonly tier: number | null
  /** What else it is chosen by; left out where the fleet file names nothing. */
  readonly labels?: Readonly<Record<string, string>>
  /** Names of what it needs: services of this fleet, or something that is external to it. */
  readonly dependsOn: readonly string[]
  readonly links: Links
  /** Null where the fleet file does not say that it runs there. */
  readonly kubernetes: Kubernetes | null
  /** What the browser sends along: nothing, or its cookies (for a single-sign-on proxy). */
  readonly credentials: 'omit' | 'include'
  readonly endpoints: Readonly<Record<Endpoint, EndpointPath>>
  /** Limits that the pods' own metrics do not name, in the signal's unit. */
  readonly bounds: Readonly<Partial<Record<Signal, number>>>
  /** How many pieces of work one pod does at the same time; null: what its metrics name, if any. */
  readonly workers: number | null
  /** Metrics of its own that tell signals, at most one a signal. */
  readonly mapped: readonly MappedSignal[]
  readonly policy: Policy
  /** When somebody looks at it as a matter of course. */
  readonly mornings: Mornings
  readonly tickets: ServiceTickets
  readonly pods: readonly Pod[]
}

/** How the fleet is polled, bounded so that watching never hurts what is watched. */
export type Polling = {
  readonly intervals: Readonly<Record<Endpoint, DurationMs>>
  /** From the moment a request is sent, to its last byte. */
  readonly timeout: DurationMs
  /** Requests under way at once, over all services. */
  readonly concurrency: number
  readonly healthCap: Bytes
  readonly metricsCap: Bytes
  readonly seriesCap: number
}

/** A server with a Prometheus-compatible API that has scraped the fleet's pods and kept what they said. */
export type PrometheusSource = {
  /** Base URL before `/api/v1/…`: absolute, or relative to the fleet file. */
  readonly url: string
  /** Its own address for a person to read, where `url` is a gateway's path; never asked. */
  readonly shownUrl?: string
  readonly credentials: 'omit' | 'include'
  /** Labels of a target that hold names of this fleet; null: recognised by the usual labels. */
  readonly labels: { readonly service: string | null; readonly pod: string | null }
  /** What every target of this fleet is labelled with. */
  readonly match: Readonly<Record<string, string>>
}

/** Where the fleet's past and its alerts are kept; null where the fleet file names none. */
export type Sources = {
  readonly prometheus: PrometheusSource | null
  readonly alertmanager: AlertmanagerSource | null
}

/** All services the team operates. */
export type Fleet = {
  readonly title: string
  readonly polling: Polling
  readonly sources: Sources
  /** The thresholds of services that name none of their own. */
  readonly policy: Policy
  /** What services may depend on without its being a service of this fleet. */
  readonly external: ReadonlySet<string>
  readonly tickets: TicketSettings
  /** Null where the fleet file names nobody. */
  readonly rota: Rota | null
  readonly services: readonly Service[]
}
