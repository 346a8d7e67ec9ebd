import type { Command, Inside, Runtime } from '#src/domain/diagnosis/command.ts'
import { insideOf, podItself, workloadOf } from '#src/domain/diagnosis/whereItRuns.ts'
import type { Kubernetes } from '#src/domain/fleet/fleet.ts'

/** A pod that somebody wants to look into. */
export type ToolsFor = {
  readonly service: string
  readonly pod: string
  /** Names of all pods of the service, as the fleet file has them: a name that was made up is none of Kubernetes. */
  readonly pods: readonly string[]
  /** Its own address, absolute, for a shell. */
  readonly url: string
  /** Null where the fleet file does not tell. */
  readonly kubernetes: Kubernetes | null
  /** Null: not known, so those of all are shown. */
  readonly runtime: Runtime | null
}

/** What looks into a process of one runtime. */
export type Profiler = { readonly runtime: Runtime; readonly commands: readonly Command[] }

/** What can be run to look into a pod. */
export type Tools = {
  readonly kubernetes: readonly Command[]
  /** What the fleet file would have to say for more of them; null where all are there. */
  readonly lacks: 'kubernetes' | 'workload' | null
  /** That of its own runtime, or of all. */
  readonly profilers: readonly Profiler[]
}

const RUNTIMES: readonly Runtime[] = ['go', 'jvm', 'node', 'python', 'dotnet']

const KINDS_OF = (inside: Inside | null, url: string): Readonly<Record<Runtime, readonly Command[]>> => ({
  go: [
    { kind: 'heap-diff', url },
    { kind: 'goroutines', url },
    { kind: 'cpu-profile', url },
    { kind: 'allocations', url },
    { kind: 'mutexes', url },
  ],
  jvm: [
    { kind: 'heap-classes', in: inside },
    { kind: 'heap-dump', runtime: 'jvm', in: inside },
    { kind: 'thread-dump', runtime: 'jvm', in: inside },
    { kind: 'cpu-record', runtime: 'jvm', in: inside },
  ],
  node: [
    { kind: 'heap-dump', runtime: 'node', in: inside },
    { kind: 'cpu-record', runtime: 'node', in: inside },
    ...(inside === null ? [] : [{ kind: 'reach-inspector', in: inside } as const]),
  ],
  python: [
    { kind: 'thread-dump', runtime: 'python', in: inside },
    { kind: 'cpu-record', runtime: 'python', in: inside },
  ],
  dotnet: [
    { kind: 'heap-dump', runtime: 'dotnet', in: inside },
    { kind: 'thread-dump', runtime: 'dotnet', in: inside },
    { kind: 'cpu-record', runtime: 'dotnet', in: inside },
  ],
})

/** What only looks comes first, what changes something last. */
function ofKubernetes(inside: Inside | null, itself: Inside | null, of: ToolsFor): readonly Command[] {
  const workload = workloadOf(of)
  const looking: readonly Command[] =
    inside === null
      ? []
      : [
          { kind: 'describe-pod', in: inside },
          { kind: 'logs', in: inside },
          { kind: 'last-logs', in: inside },
          ...(itself === null ? [] : [{ kind: 'top-pod', in: itself } as const]),
          { kind: 'shell', in: inside },
        ]
  const ofWorkload: readonly Command[] =
    workload === null
      ? []
      : [
          { kind: 'rollout-status', target: workload },
          { kind: 'rollback', target: workload },
        ]
  return [...looking, ...ofWorkload]
}

/**
 * What can be run to look into a pod: commands of Kubernetes where the fleet file says that it runs there, and the
 * profilers of its runtime. A pod whose name is none of Kubernetes (it was made up from a bare URL) is looked for by its
 * workload.
 */
export function toolsOf(of: ToolsFor): Tools {
  const service = { name: of.service, kubernetes: of.kubernetes, pods: of.pods.map((name) => ({ name })) }
  const facts = { service, pod: { name: of.pod } }
  const inside = insideOf(facts)
  const kinds = KINDS_OF(inside, of.url)
  const shown = of.runtime === null ? RUNTIMES : [of.runtime]
  const lacks = of.kubernetes === null ? 'kubernetes' : of.kubernetes.workload === null ? 'workload' : null
  return {
    kubernetes: ofKubernetes(inside, podItself(facts), of),
    lacks,
    profilers: shown.map((runtime) => ({ runtime, commands: kinds[runtime] })),
  }
}
