import type { EpochMs } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'
import { failurePhrase } from '#src/domain/wording/failureWords.ts'
import { reasonAdvice } from '#src/domain/wording/reasonAdvice.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import type { LayerName, LayerReason } from './layer.ts'
import { layerOfReason } from './layerOfReason.ts'

/** What compares pods loses its meaning without the others. */
const COMPARING: ReadonlySet<ReasonKind> = new Set(['load', 'versions-disagree'])

/** A reason that speaks of one pod, and where its evidence lies. */
export type PodReason = LayerReason & { readonly layer: LayerName }

/** The same reason as if the service had this pod only; its light and its beginning are those of the pod. */
function narrowed<K extends ReasonKind>(
  reason: Reason<K>,
  own: { readonly light: Light; readonly since: EpochMs; readonly already?: true },
  pods: Reason<K>['pods'],
): Reason<K> {
  return { ...reason, light: own.light, since: own.since, ofPods: 1, pods }
}

const told = <K extends ReasonKind>(reason: Reason<K>, { now, timeZone }: Reader): LayerReason => ({
  kind: reason.kind,
  light: reason.light,
  text: reasonLine(reason, now, timeZone),
  todo: reasonAdvice(reason),
})

/** What a reason on how the load lies says of a pod that is out, or that is at its limit without carrying more than its share. */
function ofLoad(reason: Reason<'load'>, pod: string, reader: Reader): PodReason | null {
  const whole = { ...told(reason, reader), light: 'red' } as const
  const out = reason.about?.out.find((each) => each.pod === pod)
  if (out === undefined)
    return reason.about?.saturated.includes(pod) === true ? { ...whole, layer: 'resources' } : null
  if (out.failure === null) return { ...whole, layer: 'checks' }
  return { ...whole, text: `${failurePhrase(out.failure)}: ${whole.text}`, layer: 'reachable' }
}

function ofPod<K extends ReasonKind>(reason: Reason<K>, pod: string, reader: Reader): PodReason | null {
  const layer = layerOfReason(reason.kind)
  if (layer === null) return null
  const pods = reason.pods.filter((each) => each.pod === pod)
  const [own] = pods
  if (own === undefined) {
    // It speaks of the service as a whole, and so of each of its pods.
    return reason.pods.length === 0 ? { ...told(reason, reader), layer } : null
  }
  if (COMPARING.has(reason.kind)) return { ...told(reason, reader), light: own.light, layer }
  return { ...told(narrowed(reason, own, pods), reader), layer }
}

/**
 * The reasons of a service that speak of one of its pods, worst first and else in the row's order, each worded for that pod
 * alone. A reason of the service as a whole (what it needs is red) speaks of every pod; a ticket of none.
 */
export function podReasons(reasons: readonly Reason[], pod: string, reader: Reader): readonly PodReason[] {
  const found = reasons.flatMap((reason) => {
    const said = ofPod(reason, pod, reader)
    if (said !== null) return [said]
    const ofOthers = reason.kind === 'load' ? ofLoad(reason, pod, reader) : null
    return ofOthers === null ? [] : [ofOthers]
  })
  return found.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))
}
