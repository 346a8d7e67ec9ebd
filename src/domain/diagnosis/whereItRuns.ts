import type { Kubernetes } from '#src/domain/fleet/fleet.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Inside, Workload } from './command.ts'

/** A service, as far as it matters where it runs. */
type Placed = {
  readonly name: string
  readonly kubernetes: Kubernetes | null
  readonly pods: readonly { readonly name: string }[]
}

/** One of its pods. */
type PlacedPod = { readonly service: Placed; readonly pod: { readonly name: string } }

/** What keeps a service's pods running; null where the fleet file does not tell. */
export function workloadOf({ kubernetes }: Pick<Placed, 'kubernetes'>): Workload | null {
  const workload = kubernetes?.workload ?? null
  return kubernetes === null || workload === null ? null : { namespace: kubernetes.namespace, ...workload }
}

/**
 * Whether a pod's name was made up here, as its URL stands in the fleet file without one: Kubernetes does not know it. Pods
 * of a stateful set are called in the same way, but counted from 0 on.
 */
const isMadeUp = ({ name, pods }: Placed, pod: string): boolean =>
  pod === name || pods.some((each, i) => each.name === pod && pod === `${name}-${i + 1}`)

/** Where to look into one pod: the pod itself, or where its name is not known any of its workload; null where nothing is. */
export function insideOf({ service, pod }: PlacedPod): Inside | null {
  if (service.kubernetes === null) return null
  if (!isMadeUp(service, pod.name))
    return { namespace: service.kubernetes.namespace, kind: 'pod', name: pod.name }
  return workloadOf(service)
}

/** The same for a command that acts on the pod, and must not act on another one. */
export function podItself(facts: PlacedPod): Inside | null {
  const inside = insideOf(facts)
  return inside?.kind === 'pod' ? inside : null
}

/** A pod's own address, as a person can ask it. */
export const addressOf = ({ pod }: PodFacts): string => pod.shownUrl ?? pod.url
