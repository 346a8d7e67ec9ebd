import type { Past } from '#src/state/watchStore.ts'

/** What this computer says to itself nobody else reads (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/

function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !LOOPBACK.test(hostname)
}

/** Whether others on the way to a source, or from the gateway on to it, can read what is sent. */
export const travelsInTheOpen = ({ url, shownUrl }: NonNullable<Past['source']>): boolean =>
  isPlain(url) || (shownUrl !== null && isPlain(shownUrl))
