import { layerOfReason } from '#src/domain/layer/layerOfReason.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'

/** Where the evidence of a reason is to be seen. */
export type ReasonWay = { readonly pod: string; readonly href: string }

/**
 * The layer, of the pod where it is worst, that shows what a reason rests on. Null for what is of no pod, as a ticket. A reason
 * of the service as a whole that names no pod is shown on `otherwise`, the worst of its pods. `kept`: the time that is looked at.
 */
export function reasonWay(
  service: string,
  reason: Reason,
  otherwise: string | undefined,
  kept: Readonly<Record<string, string>>,
): ReasonWay | null {
  const layer = layerOfReason(reason.kind)
  const pod = reason.pods[0]?.pod ?? otherwise
  if (layer === null || pod === undefined) return null
  const signal = reasonSignal(reason)
  return { pod, href: podHref(service, pod, { layer, ...(signal === null ? {} : { signal }), ...kept }) }
}
