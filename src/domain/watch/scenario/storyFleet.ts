import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { seconds } from '#src/domain/time/units.ts'
import type { Story } from './story.ts'
import { fastestPace } from './storyPace.ts'

/** How a story's pods are named: `webhooks-1`, `webhooks-2`, … */
export const podName = (service: string, n: number): string => `${service}-${n}`

/** Numbers from 1 to `count`. */
export const oneTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

/**
 * The fleet of a story, read from a fleet file as a team would write it: all endpoints are asked at the story's quickest
 * pace, and somebody looks every day. Throws where the file has faults: a story is wrong then.
 */
export function storyFleet({ services, timeZone, file = {}, ...rhythm }: Story): Fleet {
  const pace = `${fastestPace(rhythm) / seconds(1)}s`
  const parsed = parseFleet({
    intervals: { health: pace, metrics: pace, version: '1h' },
    morning: { timeZone },
    ...file,
    services: services.map((service) => ({
      ...service.file,
      name: service.name,
      pods: oneTo(service.pods).map((n) => ({
        name: podName(service.name, n),
        url: `http://${podName(service.name, n)}:8080`,
      })),
    })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
