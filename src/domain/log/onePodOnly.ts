import type { LogEntry } from './logEntry.ts'
import { toneOf } from './toneOf.ts'

/** That all lines of a service that has several pods come from a single one. */
export type OnePodOnly = {
  readonly pod: string
  /** The field that says so in every line; null where the lines do not say it themselves. */
  readonly key: string | null
  readonly errors: number
  readonly successes: number
  /** The service's other pods, of which no line tells. */
  readonly others: readonly string[]
}

/**
 * Whether all of these lines, errors and successes alike, come from one pod although the service has others: then that pod
 * carries the whole load, and the code is the wrong place to look. `pods`: all that the service has. `entries`: those of one
 * span of time. Null where several pods write, there is only one, or nothing
 * went well: a pod that only fails carries nothing.
 */
export function onePodOnly(entries: readonly LogEntry[], pods: readonly string[]): OnePodOnly | null {
  const [first] = entries
  if (first === undefined || entries.some(({ pod }) => pod !== first.pod)) return null
  const others = pods.filter((pod) => pod !== first.pod && pod !== first.page)
  if (others.length === 0) return null
  const tones = entries.map(toneOf)
  // Without one that went well nothing shows that it carries the load.
  if (!tones.includes('fine')) return null
  return {
    pod: first.pod,
    key: entries.every(({ podKey }) => podKey === first.podKey) ? first.podKey : null,
    errors: tones.filter((tone) => tone === 'error').length,
    successes: tones.filter((tone) => tone === 'fine').length,
    others,
  }
}
