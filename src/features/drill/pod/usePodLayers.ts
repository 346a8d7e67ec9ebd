import { runtimeOf } from '#src/domain/diagnosis/runtimeOf.ts'
import { type DirectNeed, directNeeds } from '#src/domain/layer/directNeeds.ts'
import type { Layer } from '#src/domain/layer/layer.ts'
import { layersOf } from '#src/domain/layer/layersOf.ts'
import { type PodReason, podReasons } from '#src/domain/layer/podReasons.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { type Light, WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { LayerTold } from '#src/domain/wording/layerWords.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { FoundPodFacts } from './usePodFound.ts'

/** A pod as its layers show it. */
export type PodLayers = {
  readonly light: Light
  /** Worst first. */
  readonly reasons: readonly PodReason[]
  readonly layers: readonly Layer[]
  readonly told: LayerTold
}

/**
 * What a service needs itself, each with the light of its row, which is told the moment it changes; surroundings are asked for
 * now and then.
 */
function useNeeds(service: string, { surroundings }: FoundPodFacts): LayerTold['needs'] {
  const needs = surroundings === null ? null : directNeeds(service, surroundings)
  const lights = useWatch(({ rows }) => needs?.map(({ name }) => rows.get(name)?.light ?? '').join() ?? '')
  const told = lights.split(',')
  return needs?.map((need, i) => lit(need, lightIn(told[i]) ?? need.light)) ?? null
}

const lit = (need: DirectNeed, light: DirectNeed['light']): DirectNeed => ({ ...need, light })

const lightIn = (text: string | undefined): Light | null =>
  WORST_FIRST.find((light) => light === text) ?? null

/** What its surroundings tell, or else its own version. */
const runtimeIn = ({ pod, surroundings }: FoundPodFacts): LayerTold['runtime'] =>
  surroundings?.runtimes.find((each) => each.pod === pod.name)?.runtime ??
  runtimeOf({ version: pod.version, signals: null })

const lightOf = ({ pod, row }: FoundPodFacts): Light =>
  row?.pods.find(({ name }) => name === pod.name)?.light ?? 'unknown'

/** The layers of a pod, of its own answers, its service's reasons, and what the service needs. */
export function usePodLayers(service: string, found: FoundPodFacts): PodLayers {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const present = useNow(seconds(5))
  const isLive = useWatch(({ source }) => source === 'live')
  const { row, record } = found
  const pod = { ...found.pod, unmatched: record?.unmatched ?? [] }
  const light = lightOf(found)
  const needs = useNeeds(service, found)
  const reasons = podReasons(row?.reasons ?? [], pod.name, { now, timeZone })
  const isCurrent = isLive && row !== undefined && row.lastKnown === null
  const lights = needs?.map((need) => need.light) ?? null
  return {
    light,
    reasons,
    layers: layersOf(pod, { light, now: present, isCurrent, reasons, needs: lights }),
    told: { pod, needs, runtime: runtimeIn(found) },
  }
}
