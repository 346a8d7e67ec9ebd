import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import type { Pattern } from '#src/domain/pattern/pattern.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Command } from './command.ts'
import type { Resource } from './finding.ts'
import { runtimeOf } from './runtimeOf.ts'
import { addressOf, insideOf } from './whereItRuns.ts'

/** A look into one pod: the command for it, or null where nothing of the kind is known for what it runs. */
type Look = (pod: PodFacts) => Command | null

const pprof =
  (kind: 'heap-diff' | 'goroutines' | 'cpu-profile' | 'allocations' | 'mutexes'): Look =>
  (pod) =>
    runtimeOf(pod) === 'go' ? { kind, url: addressOf(pod) } : null

const inside =
  (kind: 'open-files' | 'disk-use' | 'describe-pod'): Look =>
  (pod) => {
    const where = insideOf(pod)
    return where === null ? null : { kind, in: where }
  }

const heapDump: Look = (pod) => {
  const [where, runtime] = [insideOf(pod), runtimeOf(pod)]
  if (where === null || (runtime !== 'jvm' && runtime !== 'node' && runtime !== 'dotnet')) return null
  return { kind: 'heap-dump', runtime, in: where }
}

const threadDump: Look = (pod) => {
  const [where, runtime] = [insideOf(pod), runtimeOf(pod)]
  if (where === null || (runtime !== 'jvm' && runtime !== 'python' && runtime !== 'dotnet')) return null
  return { kind: 'thread-dump', runtime, in: where }
}

/** What most metrics pages are called; the fleet file may name another. */
const METRICS = '/metrics'

function metricsPage(pod: PodFacts): string {
  const { metrics } = pod.service.endpoints
  const path = typeof metrics === 'string' ? metrics : METRICS
  return `${addressOf(pod).replace(/\/+$/, '')}${path}`
}

const countSeries: Look = (pod) => ({ kind: 'count-series', url: metricsPage(pod) })

const first =
  (...looks: readonly Look[]): Look =>
  (pod) =>
    looks.reduce<Command | null>((found, look) => found ?? look(pod), null)

const heap = first(pprof('heap-diff'), heapDump)
const stacks = first(pprof('goroutines'), threadDump)
const cpu = first(pprof('cpu-profile'), threadDump)
const nothing: Look = () => null

/** The look that tells the most about each resource. */
const FOR_RESOURCE: Readonly<Record<Resource, Look>> = {
  memory: first(heap, inside('describe-pod')),
  heap,
  stacks,
  fds: inside('open-files'),
  disk: inside('disk-use'),
  queue: cpu,
  workers: cpu,
  cpu,
  // Who holds the connections stands in a call that waits.
  pool: stacks,
  latency: stacks,
  traffic: nothing,
  eventLoop: cpu,
  gc: first(pprof('allocations'), heapDump),
  locks: first(pprof('mutexes'), threadDump),
  exposition: countSeries,
}

const FOR_PATTERN: Readonly<Record<Exclude<Pattern['kind'], 'off-heap'>, Look>> = {
  'stack-pile-up': stacks,
  'fd-leak': inside('open-files'),
  'lone-growth': FOR_RESOURCE.memory,
  'capacity-creep': cpu,
  'pool-collapse': stacks,
  'retry-storm': nothing,
  'slow-tail': stacks,
  // A job has an owner, not a stack.
  periodic: nothing,
  terminating: nothing,
  'warm-up': nothing,
}

/** The command that looks into a resource of a pod; null where none is known. */
export const lookIntoResource = (resource: Resource, pod: PodFacts): Command | null =>
  FOR_RESOURCE[resource](pod)

/** The command that shows the values of a label that grows. */
export const lookIntoLabel = ({ family, label }: GrowingLabel, pod: PodFacts): Command => ({
  kind: 'count-label',
  url: metricsPage(pod),
  family,
  label,
})

/** The command that looks into what a pattern names. */
export function lookIntoPattern(pattern: Pattern, pod: PodFacts): Command | null {
  if (pattern.kind !== 'off-heap') return FOR_PATTERN[pattern.kind](pod)
  // What is outside the heap is in no heap profile.
  return pattern.fdsPerHour === null ? inside('describe-pod')(pod) : inside('open-files')(pod)
}
