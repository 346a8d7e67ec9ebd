import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import type { DialectName } from '#e2e/fleet/dialects/dialects.ts'
import type { Release } from '#e2e/fleet/sampleService.ts'

/** Everything a pod has to know to run. It travels from the supervisor to the pod's process as JSON. */
export type PodSpec = {
  readonly name: string
  readonly service: string
  readonly dialect: DialectName
  readonly release: Release
  readonly memoryBytes: number
  readonly api: string
  /** Where `redirect-login` sends people: a page of another origin. */
  readonly signInUrl: string
}

/** A pod to be served: port 0 takes a free one; the fault is in force before the first request. */
export type HostedPod = { readonly spec: PodSpec; readonly port: number; readonly fault: FaultName }

/** What the supervisor asks of a process of pods. Each order is answered when it is in force. */
export type Order =
  | { readonly do: 'host'; readonly pods: readonly HostedPod[] }
  | { readonly do: 'fault'; readonly pod: string; readonly fault: FaultName }
  /** For pods that share a process, where killing the process would kill the others too. */
  | { readonly do: 'close'; readonly pod: string }
  | { readonly do: 'open'; readonly pod: string }

export type OrderMessage = { readonly id: number; readonly order: Order }

/** `ports`: of the hosted pods, in their order; empty for the other orders. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly ports: readonly number[] }
  | { readonly id: number; readonly ok: false; readonly error: string }
