import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { podToDig } from '#src/domain/layer/podToDig.ts'
import { hashTo } from '#src/state/hashTo.ts'

/** The address of a service's own screen. */
export const serviceWay = (service: string): string => hashTo(`/s/${encodeURIComponent(service)}`)

/** The address of a pod's own screen, where its first failing layer opens by itself. */
export const podWay = (service: string, pod: string): string =>
  hashTo(`/s/${encodeURIComponent(service)}/p/${encodeURIComponent(pod)}`)

/** Where to dig: the pod that its worst reason names, else the worst; the service where it has no pod. */
export function digWay(row: Pick<ServiceRow, 'name' | 'pods' | 'reasons'>): string {
  const pod = podToDig(row)
  return pod === null ? serviceWay(row.name) : podWay(row.name, pod)
}
