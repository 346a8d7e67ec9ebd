import type { Pattern } from '#src/domain/pattern/pattern.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Finding, Growth, Resource } from './finding.ts'
import { growths } from './growths.ts'
import { lastLevels } from './lastLevels.ts'
import { lookIntoLabel, lookIntoPattern, lookIntoResource } from './lookInto.ts'

/** With the other steps that makes seven lines: more are not read at four in the morning. */
const MOST = 3

/** The resources of which a pattern says all that there is to say. */
const COVERED: Readonly<Record<Pattern['kind'], readonly Resource[]>> = {
  'off-heap': ['memory', 'heap', 'fds'],
  'stack-pile-up': ['memory', 'heap', 'stacks'],
  'fd-leak': ['fds'],
  'lone-growth': ['memory', 'heap'],
  'capacity-creep': ['workers', 'queue'],
  'pool-collapse': ['pool', 'latency'],
  'retry-storm': ['traffic', 'latency', 'workers', 'cpu'],
  'slow-tail': ['latency'],
  periodic: ['latency'],
  terminating: [],
  // What grows or is slow besides was not just started.
  'warm-up': [],
}

function commandFor(found: Pattern | Growth, pods: readonly PodFacts[]): Command | null {
  const pod = pods.find((one) => one.pod.name === found.pods[0])
  if (pod === undefined) return null
  if (found.kind !== 'growth') return lookIntoPattern(found, pod)
  return found.grows === null ? lookIntoResource(found.resource, pod) : lookIntoLabel(found.grows, pod)
}

/** How many signals the pods tell: of a pod that tells none nobody can say that no resource runs out. */
const signalsOf = (pods: readonly PodFacts[]): number =>
  Math.max(0, ...pods.map(({ signals }) => signals?.signals.size ?? 0))

/**
 * Which resource runs out: the patterns that were recognised, then whatever else grows or is near its limit; the most telling
 * three. One answer "no" or "unknown" where there is none.
 */
export function resourceSteps(seen: Case): readonly Finding<'resource'>[] {
  const { reasons, patterns, pods } = seen
  const covered = new Set(patterns.flatMap(({ kind }) => COVERED[kind]))
  const grown = growths(reasons, lastLevels(seen), pods.length)
  const rest = grown.filter(({ resource }) => !covered.has(resource))
  const found = [...patterns, ...rest].slice(0, MOST)
  const signals = signalsOf(pods)
  if (found.length === 0)
    return [
      { step: 'resource', answer: signals === 0 ? 'unknown' : 'no', found: null, signals, command: null },
    ]
  return found.map((one) => ({
    step: 'resource',
    answer: 'yes',
    found: one,
    signals,
    command: commandFor(one, pods),
  }))
}
