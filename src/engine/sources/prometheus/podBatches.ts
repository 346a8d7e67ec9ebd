import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import { encodedLength, selector } from '#src/domain/prometheus/selector.ts'
import { conditionsFor } from '#src/domain/prometheus/targetSeries.ts'

type Targeted = { readonly ref: { readonly service: string }; readonly target: PodTarget }

/** Bounds what is held at once: some 200,000 samples a pod at the very most. */
const MOST_PODS = 12

/** Room in a URL for the conditions on job and instance, beside the names of the metrics. */
const CONDITIONS_LENGTH = 2500

const lengthOf = (pods: readonly Targeted[]): number =>
  encodedLength(
    selector(
      conditionsFor(
        pods.map(({ target }) => target),
        {},
      ),
    ),
  )

const isAlike = (a: Targeted, b: Targeted): boolean =>
  a.ref.service === b.ref.service && a.target.identity.join() === b.target.identity.join()

/**
 * Pods that are asked about together: of one service and known by the same labels, a dozen at most, with conditions
 * that fit into a URL.
 */
export function podBatches<T extends Targeted>(pods: readonly T[]): T[][] {
  const batches: T[][] = []
  for (const pod of pods) {
    const batch = batches.at(-1)
    const fits =
      batch?.[0] !== undefined &&
      batch.length < MOST_PODS &&
      isAlike(batch[0], pod) &&
      lengthOf([...batch, pod]) <= CONDITIONS_LENGTH
    if (fits) batch.push(pod)
    else batches.push([pod])
  }
  return batches
}
