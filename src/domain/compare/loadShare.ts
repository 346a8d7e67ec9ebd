import type { PodValue } from './oddOnesOut.ts'

/** Who of a service's pods carries how much. */
export type LoadShare = {
  /** Requests per second of all pods together; over 0. */
  readonly total: number
  /** What each would carry if all carried as much, 0 to 1. */
  readonly fair: number
  /** The most first, by name where equal; shares are of `total`, 0 to 1. */
  readonly pods: readonly (PodValue & { readonly share: number })[]
  /** Pods that tell no rate, by name. */
  readonly missing: readonly string[]
}

const byName = (a: string, b: string): number => Number(a > b) - Number(a < b)

/**
 * How the requests lie on the pods, from each pod's requests per second; null stands for a pod that tells none. A fair share
 * is that of all pods, also of those that carry nothing: a missing replica shows. Null where no request comes, or none tells.
 */
export function loadShare(
  pods: readonly { readonly pod: string; readonly perSecond: number | null }[],
): LoadShare | null {
  const told = pods.flatMap(({ pod, perSecond }) =>
    perSecond === null || !(perSecond >= 0) ? [] : [{ pod, value: perSecond }],
  )
  const total = told.reduce((sum, { value }) => sum + value, 0)
  if (!(total > 0) || !Number.isFinite(total)) return null
  const names = new Set(told.map(({ pod }) => pod))
  return {
    total,
    fair: 1 / pods.length,
    pods: told
      .map(({ pod, value }) => ({ pod, value, share: value / total }))
      .toSorted((a, b) => b.value - a.value || byName(a.pod, b.pod)),
    missing: pods
      .map(({ pod }) => pod)
      .filter((pod) => !names.has(pod))
      .toSorted(byName),
  }
}
