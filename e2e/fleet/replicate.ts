import type { SampleService } from '#e2e/fleet/sampleService.ts'
import { SERVICES } from '#e2e/fleet/services.ts'

const numbered = (name: string, round: number) => `${name}-${String(round).padStart(2, '0')}`

function copyOf(
  service: SampleService,
  round: number,
  pods: number,
  names: ReadonlySet<string>,
): SampleService {
  const dependsOn = service.dependsOn.map((name) => numbered(name, round)).filter((name) => names.has(name))
  return { ...service, name: numbered(service.name, round), pods, dependsOn }
}

/**
 * A fleet of any size for benches: the sample services over and over, numbered `orders-01`, `orders-02`, …;
 * each copy depends on the copies of its own round, where they exist.
 */
export function replicate(size: { readonly services: number; readonly podsEach: number }): SampleService[] {
  const rounds = Math.ceil(size.services / SERVICES.length)
  const places = Array.from({ length: rounds }, (_, round) =>
    SERVICES.map((service) => ({ service, round: round + 1 })),
  )
    .flat()
    .slice(0, size.services)
  const names = new Set(places.map(({ service, round }) => numbered(service.name, round)))
  return places.map(({ service, round }) => copyOf(service, round, size.podsEach, names))
}
