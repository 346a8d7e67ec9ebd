import { runtimeOf } from '#src/domain/diagnosis/runtimeOf.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import { surroundingsOf } from '#src/domain/surroundings/surroundingsOf.ts'
import type { Watch } from '#src/domain/watch/watch.ts'

/** What a service of a watched fleet needs, and what needs it; null where the fleet has no such service. */
export function surroundingsIn({ services, fleet }: Watch, name: string): Surroundings | null {
  const facts = [...services.values()].map(({ service, row, needed }) => ({
    name: service.name,
    light: row?.light ?? ('unknown' as const),
    dependsOn: service.dependsOn,
    needs: needed?.names ?? service.dependsOn,
  }))
  const found = surroundingsOf(facts, fleet.external, name)
  const watched = services.get(name)
  if (found === null || watched === undefined) return null
  const { kubernetes, bounds, workers, credentials, endpoints } = watched.service
  const runtimes = [...watched.pods.values()].map((pod) => ({ pod: pod.pod.name, runtime: runtimeOf(pod) }))
  return { ...found, kubernetes, runtimes, told: { bounds, workers, credentials, endpoints } }
}
