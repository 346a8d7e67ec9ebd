/**
 * Where a pod's endpoint answers: its path behind the pod's address, which may be relative to the fleet file.
 * The empty text where that is no address.
 */
export function podAddress(podUrl: string, path: string, fleetUrl: string): string {
  if (!URL.canParse(podUrl, fleetUrl)) return ''
  const { href } = new URL(podUrl, fleetUrl)
  return href.replace(/\/*$/, '/') + path.replace(/^\/+/, '')
}
