import type { Drift } from '#src/domain/drift/drift.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Spread } from './pattern.ts'

/** How a signal of a pod rises for good; null where it does not. */
export const driftOf = ({ drifts }: PodFacts, signal: Signal): Drift | null =>
  drifts.find((drift) => drift.signal === signal) ?? null

/** A pod with the drift of a signal. */
export type Drifting = { readonly pod: PodFacts; readonly drift: Drift }

/** When it is at its limit; Infinity without one. */
const limitOf = ({ drift }: Drifting): number => drift.reachedAt ?? Infinity

/** The pods of which a signal rises for good: what reaches its limit first comes first, then what rises fastest. */
export const driftingPods = (pods: readonly PodFacts[], signal: Signal): readonly Drifting[] =>
  pods
    .flatMap((pod): Drifting[] => {
      const drift = driftOf(pod, signal)
      return drift === null ? [] : [{ pod, drift }]
    })
    .toSorted(
      (a, b) =>
        (limitOf(a) === limitOf(b) ? 0 : limitOf(a) - limitOf(b)) || b.drift.perHour - a.drift.perHour,
    )

/** The value of a signal on a pod's newest page; null where it has none. */
export const valueOf = ({ signals }: PodFacts, signal: Signal): number | null =>
  signals?.signals.get(signal)?.value ?? null

/** What a signal of a pod usually is at this time; null where that is not known. */
export const usualOf = ({ usual }: PodFacts, signal: Signal): number | null =>
  usual.get(signal)?.value ?? null

/** The names of some pods, of how many. */
export const spread = (some: readonly PodFacts[], all: readonly PodFacts[]): Spread => ({
  pods: some.map(({ pod }) => pod.name),
  ofPods: all.length,
})
