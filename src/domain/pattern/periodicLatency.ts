import { days, type DurationMs } from '#src/domain/time/units.ts'
import { spread, valueOf } from './drifting.ts'
import type { Pattern } from './pattern.ts'
import { rhythm } from './rhythm.ts'
import type { Seen } from './seen.ts'

/** As far back as hours are remembered. */
const LOOKED_AT: DurationMs = days(28)

/** All pods of a service do the same work at the same hour: the slowest few tell. */
const MOST_LOOKED_AT = 3

/** Services that need the same, and are slow at the same time: the job runs there. */
function alongsideOf({ siblings }: Pick<Seen, 'siblings'>): Pattern<'periodic'>['alongside'] {
  const slow = siblings.filter(({ kinds }) => kinds.includes('latency'))
  if (slow.length === 0) return null
  const shared = new Set(slow.flatMap((sibling) => sibling.shared))
  return { services: slow.map(({ service }) => service), shared: [...shared] }
}

/**
 * The slowest requests are slow now as they are at this hour of each day or week: a job that runs then, no drift. Told of
 * the slowest pod that shows it; null where none does.
 */
export function periodicLatency({
  pods,
  binsOf,
  siblings,
  now,
  timeZone,
}: Pick<Seen, 'pods' | 'binsOf' | 'siblings' | 'now' | 'timeZone'>): Pattern<'periodic'> | null {
  const p99 = (pod: (typeof pods)[number]): number => valueOf(pod, 'latencyP99') ?? 0
  const slowest = pods.toSorted((a, b) => p99(b) - p99(a)).slice(0, MOST_LOOKED_AT)
  for (const pod of slowest) {
    const found = rhythm(binsOf(pod.pod.name, 'latencyP99', now - LOOKED_AT, now + 1), now, timeZone)
    if (found === null) continue
    const alongside = alongsideOf({ siblings })
    return { kind: 'periodic', ...spread([pod], pods), signal: 'latencyP99', alongside, ...found }
  }
  return null
}
