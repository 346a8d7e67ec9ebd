import type { Complaint } from './judge.ts'
import { type Light, lightRank } from './light.ts'
import { limitAt, type Part, type PodEvidence, type Reason, type ReasonKind } from './reason.ts'

const isKind = <K extends ReasonKind>(part: Part | Part<K>, kind: K): part is Part<K> => part.kind === kind

/** Makes one reason of what pods complain of in one way: its pods worst first, since when the first of them is so. */
export function reasonOf<K extends ReasonKind>(
  kind: K,
  group: readonly Complaint[],
  light: Light,
  ofPods: number,
): Reason<K> {
  const evidence = group.flatMap(({ part, pod, light, since, already }): (PodEvidence & Part<K>)[] => {
    const own: Part | Part<K> = part
    const seen = already === true ? { pod, light, since, already } : { pod, light, since }
    return isKind(own, kind) ? [{ ...own, ...seen }] : []
  })
  const pods = evidence.toSorted(
    (a, b) => lightRank(a.light) - lightRank(b.light) || limitAt(a) - limitAt(b) || a.since - b.since,
  )
  const since = Math.min(...pods.map((pod) => pod.since))
  const already = pods.some((pod) => pod.since === since && pod.already === true)
  return { kind, light, since, ...(already ? { already } : {}), ofPods, pods }
}
