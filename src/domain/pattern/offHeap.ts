import type { Bin } from '#src/domain/series/binRing.ts'
import { hours } from '#src/domain/time/units.ts'
import { driftOf, type Drifting, driftingPods, spread } from './drifting.ts'
import { median } from './median.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/** A heap that takes less than this share of what memory grew by is not what fills it. */
const HEAP_SHARE = 0.2

/** Fewer bins do not tell a rise from the teeth of garbage collection. */
const LEAST_BINS = 12

const medianOf = (bins: readonly Bin[]): number => median(bins.map(({ mean }) => mean)) ?? 0

/** Whether the heap rose by next to nothing while memory rose by `perHour`: first and last quarter are compared. */
function isFlat(bins: readonly Bin[], perHour: number): boolean {
  const [first, last] = [bins[0], bins.at(-1)]
  if (bins.length < LEAST_BINS || first === undefined || last === undefined) return false
  const quarter = Math.floor(bins.length / 4)
  const rise = medianOf(bins.slice(-quarter)) - medianOf(bins.slice(0, quarter))
  // From the middle of the one quarter to the middle of the other.
  const over = (0.75 * (last.t - first.t)) / hours(1)
  return over > 0 && rise < HEAP_SHARE * perHour * over
}

type OffHeap = Drifting & { readonly heap: number }

function offHeapOn({ binsOf, now }: Pick<Seen, 'binsOf' | 'now'>, { pod, drift }: Drifting): OffHeap | null {
  if (driftOf(pod, 'heap') !== null) return null
  if (driftOf(pod, 'goroutines') !== null || driftOf(pod, 'threads') !== null) return null
  const bins = binsOf(pod.pod.name, 'heap', drift.since, now + 1)
  return isFlat(bins, drift.perHour) ? { pod, drift, heap: medianOf(bins) } : null
}

/**
 * Memory rises for good and the heap does not, nor do threads: what fills it was not allocated there (file pages,
 * mapped files, native buffers). Where open files rise as well, they hold it. Null where no pod shows it, and where the heap
 * is not remembered for long enough to say that it is flat.
 */
export function offHeap({
  pods,
  ...seen
}: Pick<Seen, 'pods' | 'binsOf' | 'now'>): Pattern<'off-heap'> | null {
  const found = driftingPods(pods, 'memory').flatMap((one) => offHeapOn(seen, one) ?? [])
  const [worst] = found
  if (worst === undefined) return null
  const fds = found.flatMap(({ pod }) => driftOf(pod, 'fds')?.perHour ?? [])
  return {
    kind: 'off-heap',
    ...spread(
      found.map(({ pod }) => pod),
      pods,
    ),
    memoryPerHour: Math.max(...found.map(({ drift }) => drift.perHour)),
    heap: worst.heap,
    fdsPerHour: fds.length === 0 ? null : Math.max(...fds),
  }
}
