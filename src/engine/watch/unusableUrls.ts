import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import { printable } from '#src/domain/fleet/issueText.ts'

/** Where the URL of a service's nth pod is written: the file may name one `url`, or a list of `pods`. */
function pathOf(json: unknown, service: number, pod: number): string {
  const services: unknown =
    typeof json === 'object' && json !== null && 'services' in json ? json.services : []
  const entry: unknown = Array.isArray(services) ? services[service] : null
  const single = typeof entry === 'object' && entry !== null && 'url' in entry
  return single ? `services[${service}].url` : `services[${service}].pods[${pod}]`
}

/**
 * Pod URLs that have the right shape and still name nothing (`http://10.0.0.7:99999`): only the platform's own
 * parser tells. `json` is the file that `fleet` was read from; relative URLs are resolved against `fleetUrl`.
 */
export const unusableUrls = (fleet: Fleet, json: unknown, fleetUrl: string): FleetIssue[] =>
  fleet.services.flatMap((service, i) =>
    service.pods.flatMap(({ url }, j) =>
      URL.canParse(url, fleetUrl)
        ? []
        : [
            {
              path: pathOf(json, i, j),
              found: printable(url),
              expected: 'a URL whose host and port can exist',
              repair: 'Check the host name and the port (1 to 65535).',
            },
          ],
    ),
  )
