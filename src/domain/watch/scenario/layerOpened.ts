import { firstFailing } from '#src/domain/layer/firstFailing.ts'
import type { Layer } from '#src/domain/layer/layer.ts'
import { type LayeredPod, layersOf } from '#src/domain/layer/layersOf.ts'
import { podReasons } from '#src/domain/layer/podReasons.ts'
import { podToDig } from '#src/domain/layer/podToDig.ts'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'

const ENDPOINTS: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

const answersOf = ({ tracks }: PodFacts) =>
  ENDPOINTS.flatMap((endpoint) => {
    const track = tracks[endpoint]
    if (track === null) return []
    const failure = track.result.ok ? null : track.result.error
    return [{ endpoint, at: track.at, failure, holdsUntil: track.at + track.freshFor }]
  })

const layeredOf = (facts: PodFacts): LayeredPod => ({
  endpoints: answersOf(facts),
  health: facts.tracks.health?.lastReading?.value ?? null,
  version: facts.version,
  signals: [...(facts.signals?.signals.values() ?? [])],
})

/**
 * The layer that opens by itself where somebody digs into a service: the first failing one of the pod that its row leads to.
 * Null where none fails, and without such a service.
 */
export function layerOpened({ services }: Watch, name: string, reader: Reader): Layer | null {
  const watched = services.get(name)
  const row = watched?.row ?? null
  const pod = row === null ? null : podToDig(row)
  const facts = pod === null ? undefined : watched?.pods.get(pod)
  if (row === null || facts === undefined) return null
  const layered = layeredOf(facts)
  const light = row.pods.find((cell) => cell.name === facts.pod.name)?.light ?? 'unknown'
  const reasons = podReasons(row.reasons, facts.pod.name, reader)
  return firstFailing(layersOf(layered, { light, now: reader.now, isCurrent: true, reasons, needs: [] }))
}
