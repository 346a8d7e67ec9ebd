import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { driftOf, spread, usualOf, valueOf } from './drifting.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'
import { isStartingUp } from '#src/domain/verdict/rules/startUp.ts'

/** The slowest requests take this many times their usual, … */
const SLOWER = 2

/** … and the median one hardly more than its own. */
const FLAT = 1.3

type Tail = {
  readonly pod: PodFacts
  readonly p99: number
  readonly p50: number
  readonly usual: number | null
}

function tailOf(pod: PodFacts): Tail | null {
  const [p99, p50] = [valueOf(pod, 'latencyP99'), valueOf(pod, 'latencyP50')]
  if (p99 === null || p50 === null) return null
  const [usual, usualP50] = [usualOf(pod, 'latencyP99'), usualOf(pod, 'latencyP50')]
  const isUp = driftOf(pod, 'latencyP99') !== null || (usual !== null && p99 >= SLOWER * usual)
  const isFlat = driftOf(pod, 'latencyP50') === null && (usualP50 === null || p50 <= FLAT * usualP50)
  return isUp && isFlat ? { pod, p99, p50, usual } : null
}

/** Where to look: the end of the way to the suspected root, else the needed service that is in trouble for longest. */
function deepestOf({ place, needs }: Pick<Seen, 'place' | 'needs'>): Pattern<'slow-tail'>['deepest'] {
  if (place.root !== null) return { service: place.root, via: place.via.slice(0, -1) }
  const [first] = needs
    .filter(({ light }) => light === 'red' || light === 'orange')
    .toSorted((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity))
  return first === undefined ? null : { service: first.service, via: [] }
}

/**
 * The p99 rises and the median does not: few requests wait, for as long as something takes that has no deadline. Null where
 * no pod shows it, and where nothing tells what is usual. Pods that start up are left out: their caches are cold.
 */
export function slowTail(seen: Seen): Pattern<'slow-tail'> | null {
  const warm = seen.pods.filter((pod) => !isStartingUp(pod, seen.policy, seen.now))
  const tails = warm.flatMap((pod) => tailOf(pod) ?? []).toSorted((a, b) => b.p99 - a.p99)
  const [worst] = tails
  if (worst === undefined) return null
  const { p99, p50, usual } = worst
  return {
    kind: 'slow-tail',
    ...spread(
      tails.map(({ pod }) => pod),
      seen.pods,
    ),
    p99,
    usual,
    p50,
    deepest: deepestOf(seen),
  }
}
