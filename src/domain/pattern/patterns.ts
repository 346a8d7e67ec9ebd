import { capacityCreep } from './capacityCreep.ts'
import { fdLeak } from './fdLeak.ts'
import { loneGrowth } from './loneGrowth.ts'
import { offHeap } from './offHeap.ts'
import type { Pattern } from './pattern.ts'
import { periodicLatency } from './periodicLatency.ts'
import { poolCollapse } from './poolCollapse.ts'
import { retryStorm } from './retryStorm.ts'
import type { Seen } from './seen.ts'
import { slowTail } from './slowTail.ts'
import { stackPileUp } from './stackPileUp.ts'
import { terminating } from './terminating.ts'
import { warmUp } from './warmUp.ts'

/** All recognisers, in the order in which their patterns are told: what explains the most comes first. */
const RECOGNISERS: readonly ((seen: Seen) => Pattern | null)[] = [
  retryStorm,
  poolCollapse,
  periodicLatency,
  terminating,
  warmUp,
  stackPileUp,
  offHeap,
  loneGrowth,
  fdLeak,
  capacityCreep,
  slowTail,
]

/** What one pattern says already: the other needs no line of its own. */
const TOLD_BY: { readonly [K in Pattern['kind']]?: readonly Pattern['kind'][] } = {
  // A full pool, a storm and a nightly job all have a slow tail.
  'slow-tail': ['periodic', 'pool-collapse', 'retry-storm'],
  'lone-growth': ['stack-pile-up'],
  // Workers that wait for connections, or are called again and again, are busy.
  'capacity-creep': ['pool-collapse', 'retry-storm'],
}

/** The patterns that a service shows, the most telling first; none where nothing fits. */
export function patternsOf(seen: Seen): readonly Pattern[] {
  const found = RECOGNISERS.flatMap((recognise) => recognise(seen) ?? [])
  const kinds = new Set(found.map(({ kind }) => kind))
  return found.filter(({ kind }) => !(TOLD_BY[kind] ?? []).some((other) => kinds.has(other)))
}
