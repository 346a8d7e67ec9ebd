import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { lightRank } from '#src/domain/verdict/light.ts'

/** Where to dig: the pod that a service's worst reason names first, else the one with the worst light; null without pods. */
export function podToDig({ pods, reasons }: Pick<ServiceRow, 'pods' | 'reasons'>): string | null {
  const named = reasons[0]?.pods[0]?.pod
  if (named !== undefined && pods.some((pod) => pod.name === named)) return named
  return pods.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))[0]?.name ?? null
}
