import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { hashTo } from '#src/state/hashTo.ts'

/** The address of a service's own screen. */
export const serviceWay = (service: string): string => hashTo(`/s/${encodeURIComponent(service)}`)

/** The address of a pod's own screen, where its first failing layer opens by itself. */
export const podWay = (service: string, pod: string): string =>
  hashTo(`/s/${encodeURIComponent(service)}/p/${encodeURIComponent(pod)}`)

/** Where to dig: the pod that its worst reason names first, else the one with the worst light; the service where it has no pod. */
export function digWay({ name, pods, reasons }: Pick<ServiceRow, 'name' | 'pods' | 'reasons'>): string {
  const named = reasons[0]?.pods[0]?.pod
  const known = pods.some((pod) => pod.name === named)
  const worst = pods.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))[0]?.name
  const pod = known ? named : worst
  return pod === undefined ? serviceWay(name) : podWay(name, pod)
}
