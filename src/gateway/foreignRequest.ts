import type { IncomingHttpHeaders } from 'node:http'

/** Addresses and names that never leave this machine. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null)

const hostName = (header: string): string => header.replace(/:\d+$/, '')

/**
 * Why a request is none that the dashboard sends, in a sentence, or null.
 * A gateway that only this machine can reach still gets requests from every web site open in its browser:
 * - by a host name that resolves to loopback (DNS rebinding), to read the pods through it;
 * - by an image or form of another site, to send GETs to pods. Following a link is what people do.
 * `listensOn`: the host the gateway was told to listen on.
 */
export function foreignRequest(headers: IncomingHttpHeaders, listensOn: string): string | null {
  const asked = hostName(headers.host ?? '')
  if (isLoopback(listensOn) && headers.host !== undefined && !isLoopback(asked)) {
    return `This gateway listens on ${listensOn} and answers to localhost only; it was asked for as ${asked}.`
  }
  const site = headers['sec-fetch-site']
  const isOtherSite = site === 'cross-site' || site === 'same-site'
  if (isOtherSite && headers['sec-fetch-mode'] !== 'navigate') {
    return 'Pages of another origin may not use this gateway.'
  }
  return null
}

/**
 * Why a request that writes is none of the dashboard's own, in a sentence, or null. Stricter than for reading: forms of
 * other sites may not write by leading the browser here, and where a browser does not say which site asks (plain http)
 * the page's origin has to be the host that is asked. What is no browser says neither, and may write.
 */
export function foreignWrite(headers: IncomingHttpHeaders): string | null {
  const site = headers['sec-fetch-site']
  const { origin } = headers
  const own =
    site === undefined ? origin === undefined || hostOf(origin) === headers.host : site === 'same-origin'
  return own ? null : 'Only the dashboard itself may write through this gateway.'
}
