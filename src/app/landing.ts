import type { HashRoute } from '#src/state/hashRoute.ts'

/** A part of a path, as it was before it was written into an address; as it stands where that was not done. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** As the digest's address writes names: apart by commas. */
const named = (name: string): string => name.replaceAll('%', '%25').replaceAll(',', '%2C')

/** The service, and perhaps the pod, that an address is about; null where it is about none. */
function subjectOf({ path, params }: HashRoute): { service: string; pod: string } | null {
  const [, screen, service = '', p, pod = ''] = path.split('/')
  if (screen === 'alert') return { service: params.get('service') ?? '', pod: params.get('pod') ?? '' }
  if (screen !== 's' || service === '' || !['p', '', undefined].includes(p)) return null
  return { service: decoded(service), pod: decoded(pod) }
}

/**
 * Where addresses of services, pods and alerts land: `#/s/orders/p/orders-1` and `#/alert?service=orders` on the
 * digest with that row open. Null for any other address. Of the parameters only the fleet file's goes along.
 */
export function landing(route: HashRoute): HashRoute | null {
  const subject = subjectOf(route)
  if (subject === null) return null
  const { service, pod } = subject
  const params = new URLSearchParams()
  const fleet = route.params.get('fleet')
  if (fleet !== null) params.set('fleet', fleet)
  if (service !== '') params.set('open', named(service))
  if (service !== '' && pod !== '') params.set('pod', named(pod))
  return { path: '/', params }
}
