import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { POD_HEADERS } from './securityHeaders.ts'

// RFC 9110, 7.6.1: these belong to one connection and never travel on.
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

// A GET forwarded without a body, to another host, by a page whose address is none of the pod's business.
const NOT_UPSTREAM = ['host', 'content-length', 'expect', 'origin', 'referer']

// They would speak for the dashboard's whole origin: who may read it, what it keeps, how it is reached.
const NOT_TO_PAGE = [
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-allow-private-network',
  'access-control-expose-headers',
  'access-control-max-age',
  'alt-svc',
  'clear-site-data',
  'content-security-policy-report-only',
  'nel',
  'report-to',
  'reporting-endpoints',
  'service-worker-allowed',
  'strict-transport-security',
  'x-morning-check',
]

const CREDENTIALS = ['cookie', 'authorization', 'set-cookie']

function without(
  headers: IncomingHttpHeaders,
  dropped: readonly string[],
  credentials: boolean,
): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  const gone = new Set([...HOP_BY_HOP, ...named, ...dropped, ...(credentials ? [] : CREDENTIALS)])
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !gone.has(name)))
}

/** What of the browser's headers goes to a pod. `credentials`: cookies and Authorization too. */
export const headersToPod = (headers: IncomingHttpHeaders, credentials: boolean): OutgoingHttpHeaders =>
  without(headers, NOT_UPSTREAM, credentials)

/** What of a pod's headers goes to the browser. `credentials`: its cookies too. */
export const headersToPage = (headers: IncomingHttpHeaders, credentials: boolean): OutgoingHttpHeaders => ({
  ...without(headers, NOT_TO_PAGE, credentials),
  ...POD_HEADERS,
})
