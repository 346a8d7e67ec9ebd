import { err, ok } from '#src/domain/result.ts'
import type { BodySink, HttpGet, HttpHead, HttpPost, HttpRequest, Ports } from '#src/engine/ports.ts'

async function drain(body: ReadableStream<Uint8Array> | null, sink: BodySink): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    if (sink.push(value) === 'enough') return reader.cancel()
  }
}

const headOf = ({ status, headers, url, redirected }: Response): HttpHead => ({
  status,
  headers: Object.fromEntries(headers),
  url,
  redirected,
})

type Sending = Pick<HttpRequest, 'url' | 'timeout' | 'signal'>

async function send(
  { url, timeout, signal }: Sending,
  init: RequestInit,
  sinkFor: (head: HttpHead) => BodySink,
): ReturnType<HttpGet> {
  const abort = new AbortController()
  signal?.addEventListener('abort', () => abort.abort(), { signal: abort.signal })
  const timer = setTimeout(() => abort.abort(), timeout)
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: abort.signal })
    const isRedirect = init.redirect === 'manual' && response.status >= 300 && response.status < 400
    if (isRedirect) return err({ kind: 'redirect' })
    const head = headOf(response)
    await drain(response.body, sinkFor(head))
    return ok(head)
  } catch {
    if (signal?.aborted) return err({ kind: 'aborted' })
    return err({ kind: abort.signal.aborted ? 'timeout' : 'network' })
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

/** Node knows no origins: an opaque request is an ordinary one, and a redirect that is not followed has its status. */
const fetchGet: HttpGet = ({ authorization, mode, ...request }, sinkFor) =>
  send(
    request,
    {
      redirect: mode === 'no-redirect' ? 'manual' : 'follow',
      headers: authorization === undefined ? {} : { authorization },
    },
    sinkFor,
  )

const fetchPost: HttpPost = ({ json, ...request }, sinkFor) =>
  send(request, { method: 'POST', headers: { 'content-type': 'application/json' }, body: json }, sinkFor)

/** The ports of a worker, made of Node's fetch, clock and timers: real requests without a browser. */
export const nodePorts: Ports = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  random: () => Math.random(),
  get: fetchGet,
  post: fetchPost,
  timingOf: async () => null,
  every: (period, call) => {
    const timer = setInterval(call, period)
    return () => clearInterval(timer)
  },
  isOnline: () => true,
  store: null,
  obstacleTo: async () => null,
}
