import type { Kubernetes } from '#src/domain/fleet/fleet.ts'

/** What keeps the pods of a service running, and where. */
export type Workload = NonNullable<Kubernetes['workload']> & Pick<Kubernetes, 'namespace'>

/** Where a command is run inside a container: a pod of that name, or whichever the workload has. */
export type Inside = {
  readonly namespace: string | null
  readonly kind: 'pod' | Workload['kind']
  readonly name: string
}

/** What a process is written in, as far as its tools differ. */
export type Runtime = 'go' | 'jvm' | 'node' | 'python' | 'dotnet'

type ForTarget = { readonly target: Workload }
type ForInside = { readonly in: Inside }
/** Run beside the process itself: inside its container, or where that is not known wherever somebody is signed in to it. */
type BesideProcess = { readonly in: Inside | null }
/** Of a pod, or of one of its pages. */
type ForUrl = { readonly url: string }

type FactsByKind = {
  /** Takes the newest version back. */
  rollback: ForTarget
  /** All pods, one after the other. */
  restart: ForTarget
  /** How far a roll-out is, and what holds it up. */
  'rollout-status': ForTarget
  scale: ForTarget & { readonly replicas: number }
  /** The workload starts another one in its place. */
  'delete-pod': ForInside
  /** Its node, its limits, what happened to it: killed for its memory, put elsewhere, not pulled. */
  'describe-pod': ForInside
  /** What the process wrote last. */
  logs: ForInside
  /** What the process wrote before it was last restarted. */
  'last-logs': ForInside
  /** What its containers use of CPU and memory now. Of one pod only. */
  'top-pod': ForInside
  shell: ForInside
  'open-files': ForInside
  'disk-use': ForInside
  'heap-dump': BesideProcess & { readonly runtime: 'jvm' | 'node' | 'dotnet' }
  'thread-dump': BesideProcess & { readonly runtime: 'jvm' | 'python' | 'dotnet' }
  /** Which classes the heap of a JVM is full of; cheap beside a dump of it. */
  'heap-classes': BesideProcess
  /** Half a minute of what the process computes, in a file; of Node its inspector is opened, which can record it. */
  'cpu-record': BesideProcess & { readonly runtime: 'jvm' | 'node' | 'python' | 'dotnet' }
  /** Brings the inspector of a Node process to port 9229 of whoever runs it. */
  'reach-inspector': ForInside
  /** Two heap profiles of a Go process, half an hour apart, and what is in the second alone. */
  'heap-diff': ForUrl
  goroutines: ForUrl
  'cpu-profile': ForUrl
  allocations: ForUrl
  mutexes: ForUrl
  /** One page of a pod, as it is. */
  read: ForUrl
  /** How many series each family of a metrics page has. */
  'count-series': ForUrl
  /** How many series of a family have each value of a label. */
  'count-label': ForUrl & { readonly family: string; readonly label: string }
}

export type CommandKind = keyof FactsByKind

/** The next command to run, as data: `commandText` in `domain/wording` writes it for a shell. */
export type Command<K extends CommandKind = CommandKind> = {
  [Kind in K]: { readonly kind: Kind } & FactsByKind[Kind]
}[K]
