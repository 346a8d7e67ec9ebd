import type { RequestTiming } from '#src/domain/heard/heard.ts'
import { err, ok } from '#src/domain/result.ts'
import type {
  BodySink,
  HttpFailure,
  HttpGet,
  HttpHead,
  HttpPost,
  HttpRequest,
  Obstacle,
  Ports,
} from '#src/engine/ports.ts'
import { indexedDbStore } from './indexedDbStore.ts'

/*
 * The only file that names the platform: fetch, timers, clocks, navigator; its databases are beside it, in
 * `indexedDbStore.ts`. Runs in the worker.
 */

const INIT: Readonly<Record<HttpRequest['mode'], RequestInit>> = {
  read: { mode: 'cors', redirect: 'follow' },
  opaque: { mode: 'no-cors', redirect: 'follow' },
  'no-redirect': { mode: 'same-origin', redirect: 'manual' },
}

async function drain(body: ReadableStream<Uint8Array> | null, sink: BodySink): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    if (sink.push(value) === 'enough') {
      await reader.cancel()
      return
    }
  }
}

const headOf = (response: Response): HttpHead => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  url: response.url,
  redirected: response.redirected,
})

function failureOf(timedOut: boolean, signal: AbortSignal | null): HttpFailure {
  if (signal?.aborted) return { kind: 'aborted' }
  return { kind: timedOut ? 'timeout' : 'network' }
}

type Sending = Pick<HttpRequest, 'url' | 'timeout' | 'signal'>

/**
 * The timer starts when the request is sent; a request that waits for its turn is not late. Whatever is left of an
 * answer is called off at the end: the body of an opaque one cannot be read, but it goes on being received.
 */
async function send(
  { url, timeout, signal }: Sending,
  init: RequestInit,
  sinkFor: (head: HttpHead) => BodySink,
): ReturnType<HttpGet> {
  const abort = new AbortController()
  const giveUp = (): void => abort.abort()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    abort.abort()
  }, timeout)
  signal?.addEventListener('abort', giveUp)
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: abort.signal })
    if (response.type === 'opaqueredirect') return err({ kind: 'redirect' })
    const head = headOf(response)
    await drain(response.body, sinkFor(head))
    return ok(head)
  } catch {
    return err(failureOf(timedOut, signal))
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
    abort.abort()
  }
}

const fetchGet: HttpGet = ({ credentials, authorization, mode, ...request }, sinkFor) =>
  send(
    request,
    {
      ...INIT[mode],
      ...(authorization === undefined ? {} : { headers: { authorization } }),
      credentials,
    },
    sinkFor,
  )

const fetchPost: HttpPost = ({ credentials, json, ...request }, sinkFor) =>
  send(
    request,
    {
      ...INIT.read,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: json,
      credentials,
    },
    sinkFor,
  )

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])|\.(?:local|lan|internal|home\.arpa)$/

async function needsLocalNetworkPermission(host: string): Promise<boolean> {
  if (!LOOPBACK.test(host) && !PRIVATE.test(host)) return false
  const name = LOOPBACK.test(host) ? 'loopback-network' : 'local-network'
  try {
    // Chrome and Edge from 142 on know these permissions; TypeScript's list of names does not yet.
    const permissions: { query(of: { name: string }): Promise<PermissionStatus> } = navigator.permissions
    const status = await permissions.query({ name })
    return status.state === 'denied'
  } catch {
    return false
  }
}

async function obstacleTo(url: string): Promise<Obstacle | null> {
  const target = new URL(url)
  if (location.protocol === 'https:' && target.protocol === 'http:' && !LOOPBACK.test(target.hostname)) {
    return 'mixed-content'
  }
  if (target.origin === location.origin) return null
  return (await needsLocalNetworkPermission(target.hostname)) ? 'local-network-permission' : null
}

/** Null where nothing but the whole is told: of another origin, unless it allows more. */
function timingIn(entry: PerformanceEntry | undefined): RequestTiming | null {
  if (!(entry instanceof PerformanceResourceTiming) || entry.requestStart === 0) return null
  return {
    dns: entry.domainLookupEnd - entry.domainLookupStart,
    connect: entry.connectEnd - entry.connectStart,
    wait: entry.responseStart - entry.requestStart,
    receive: entry.responseEnd - entry.responseStart,
    protocol: entry.nextHopProtocol,
  }
}

/** The browser may note a request down a moment after its last byte was read. */
const NOTED_WITHIN = 30

async function timingOf(url: string, since: number): Promise<RequestTiming | null> {
  // Both are of one clock, rounded apart from each other.
  const own = () =>
    performance.getEntriesByName(url, 'resource').findLast(({ startTime }) => startTime >= since - 1)
  if (own() === undefined) await new Promise((noted) => setTimeout(noted, NOTED_WITHIN))
  return timingIn(own())
}

/** The real ports of a worker. */
export const browserPorts: Ports = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: () => Math.random(),
  get: fetchGet,
  post: fetchPost,
  timingOf,
  every: (period, call) => {
    const timer = setInterval(() => {
      // Resource Timing keeps 250 entries and then stops; a poller would fill it within seconds.
      performance.clearResourceTimings()
      call()
    }, period)
    return () => clearInterval(timer)
  },
  isOnline: () => navigator.onLine,
  store: indexedDbStore(),
  obstacleTo,
}
