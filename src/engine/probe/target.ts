import type { Endpoint, Fleet, Pod, Polling, Service } from '#src/domain/fleet/fleet.ts'

/** One endpoint of one pod that is polled. */
export type Target = {
  /** The same for the same question: the endpoint, its pod, and all that decides what is asked of it and how. */
  readonly key: string
  readonly service: Service
  readonly pod: Pod
  readonly endpoint: Endpoint
  /** The pod's base URL, absolute, ending in a slash. */
  readonly base: string
  readonly polling: Polling
}

const ENDPOINTS: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

/** Pod URLs may be relative to the fleet file; a path is put behind the base path, not in its place. */
function baseUrl(podUrl: string, fleetUrl: string): string {
  const { href } = new URL(podUrl, fleetUrl)
  return href.endsWith('/') ? href : `${href}/`
}

/** With the paths of all endpoints in it: when one changes, what is known of the pod is forgotten. */
const keyOf = ({ name, endpoints, credentials }: Service, pod: Pod, asked: Endpoint): string =>
  JSON.stringify([name, pod.name, pod.url, asked, credentials, endpoints])

/** Every endpoint of the fleet that has, or may have, a path. */
export const targetsOf = (fleet: Fleet, fleetUrl: string): Target[] =>
  fleet.services.flatMap((service) =>
    service.pods.flatMap((pod) => {
      const base = baseUrl(pod.url, fleetUrl)
      return ENDPOINTS.filter((endpoint) => service.endpoints[endpoint] !== false).map((endpoint) => ({
        key: keyOf(service, pod, endpoint),
        service,
        pod,
        endpoint,
        base,
        polling: fleet.polling,
      }))
    }),
  )

/** The URL of a path (`/health`) of a pod. */
export const urlOf = (target: Target, path: string): string => target.base + path.replace(/^\/+/, '')
