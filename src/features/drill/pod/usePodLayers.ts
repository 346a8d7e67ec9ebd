import { useMemo } from 'react'
import { directNeeds } from '#src/domain/layer/directNeeds.ts'
import type { Layer } from '#src/domain/layer/layer.ts'
import { layersOf } from '#src/domain/layer/layersOf.ts'
import { type PodReason, podReasons } from '#src/domain/layer/podReasons.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
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

/** The layers of a pod, of its own answers, its service's reasons, and what the service needs. */
export function usePodLayers(service: string, { pod, row, surroundings }: FoundPodFacts): PodLayers {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const isLive = useWatch(({ source }) => source === 'live')
  return useMemo(() => {
    const light = row?.pods.find(({ name }) => name === pod.name)?.light ?? 'unknown'
    const reasons = podReasons(row?.reasons ?? [], pod.name, { now, timeZone })
    const needs = surroundings === null ? null : directNeeds(service, surroundings)
    const lights = needs?.map((need) => need.light) ?? null
    const isCurrent = isLive && row !== undefined && row.lastKnown === null
    const runtime = surroundings?.runtimes.find((each) => each.pod === pod.name)?.runtime ?? null
    return {
      light,
      reasons,
      layers: layersOf(pod, { light, isCurrent, reasons, needs: lights }),
      told: { pod, needs, runtime },
    }
  }, [service, pod, row, surroundings, isLive, now, timeZone])
}
