import { err, ok, type Result } from '#src/domain/result.ts'

/** What a request under `/fleet/` asks for. */
export type PodAddress = {
  readonly service: string
  readonly pod: string
  /** Path below the pod's base, as it was sent, without a leading slash. */
  readonly rest: string
  /** With its question mark, or empty. */
  readonly query: string
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * A pod decodes what it gets: an encoded slash or dot that is harmless here may climb there.
 * Tomcat also cuts `;…` off a segment before it looks at the dots.
 */
function climbs(path: string): boolean {
  const decoded = path
    .replaceAll(/%2e/gi, '.')
    .replaceAll(/%2f|%5c|\\/gi, '/')
    .replaceAll(/%3b/gi, ';')
  return decoded.split('/').some((segment) => /^\.\.(?:;|$)/.test(segment))
}

/**
 * Reads `/fleet/<service>/<pod>/<path…>?<query>` as it stands in the request line.
 * A failure is one sentence: names that cannot be decoded, a path that climbs above the pod.
 */
export function podAddress(requestTarget: string): Result<PodAddress, string> {
  const queryAt = requestTarget.indexOf('?')
  const path = queryAt === -1 ? requestTarget : requestTarget.slice(0, queryAt)
  const query = queryAt === -1 ? '' : requestTarget.slice(queryAt)
  const [, fleet, service, pod, ...rest] = path.split('/')
  if (fleet !== 'fleet' || !service || !pod) {
    return err('Ask for /fleet/<service>/<pod>/<path>, with names from the fleet file.')
  }
  const names = { service: decode(service), pod: decode(pod) }
  if (names.service === null || names.pod === null) {
    return err('The name of the service or pod is not valid percent-encoded UTF-8.')
  }
  const below = rest.join('/')
  if (climbs(below)) return err('The path may not climb above the pod with "..".')
  return ok({ service: names.service, pod: names.pod, rest: below, query })
}
