import { err, ok, type Result } from '#src/domain/result.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { BodySink, HttpFailure, HttpGet, HttpHead, HttpPost, HttpRequest } from '#src/engine/ports.ts'
import type { HandClock } from './handClock.ts'
import { type Reply, says, type Script } from './reply.ts'

/** One request as the scripted network saw it. */
export type Asked = {
  readonly url: string
  readonly mode: HttpRequest['mode']
  readonly credentials: HttpRequest['credentials']
  /** The JSON text of a POST; null for a GET. */
  readonly json: string | null
  readonly at: DurationMs
  /** Null while it is under way. */
  endedAt: DurationMs | null
  /** How many bytes of the body were taken. */
  bytes: number
}

type Answer = Extract<Reply, { kind: 'answers' }>
type Said = { readonly script: Script; readonly turn: number }
type Got = Result<HttpHead, HttpFailure>

/** A network of scripted servers. */
export type HandNetwork = {
  readonly get: HttpGet
  readonly post: HttpPost
  /** Every request, in the order of dispatch. */
  readonly asked: Asked[]
  /** What a URL answers from now on, with all below it where it ends in a slash; null takes it back. */
  on(url: string, script: Script | null): void
  /** Requests of one URL, or of all that begin with it. */
  to(prefix: string): Asked[]
  /** The most requests that were under way at one time, over all URLs that begin with `prefix`. */
  peak(prefix: string): number
}

const NOT_FOUND = says('404 page not found', { status: 404, headers: { 'content-type': 'text/plain' } })

const redirects = ({ redirectedTo }: Answer, { mode }: HttpRequest): boolean =>
  redirectedTo !== null && mode === 'no-redirect'

function headOf(answer: Answer, { url, mode }: HttpRequest): HttpHead {
  const { status, headers, redirectedTo } = answer
  if (mode === 'opaque') return { status: 0, headers: {}, url: '', redirected: false }
  return { status, headers, url: redirectedTo ?? url, redirected: redirectedTo !== null }
}

/** How often the most of some spans of time lay over each other. */
function mostAtOnce(spans: readonly Asked[]): number {
  const steps = spans.flatMap(({ at, endedAt }) => [
    { at, by: 1 },
    { at: endedAt ?? Number.POSITIVE_INFINITY, by: -1 },
  ])
  let now = 0
  let most = 0
  for (const step of steps.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    now += step.by
    most = Math.max(most, now)
  }
  return most
}

/** A network on which nothing but 404 is found until `on` says what is. */
export function handNetwork(clock: HandClock): HandNetwork {
  const scripts = new Map<string, Said>()
  const belows = new Set<string>()
  const asked: Asked[] = []
  const counts = new Map<string, number>()
  let turns = 0
  const to = (prefix: string): Asked[] => asked.filter(({ url }) => url.startsWith(prefix))

  /** What was said last counts, of a URL or of all below it: that is how a server is broken, and mended again. */
  const scriptFor = (url: string): Script => {
    const fitting = [url, ...belows].flatMap((key) => (url.startsWith(key) ? (scripts.get(key) ?? []) : []))
    return (
      fitting.reduce<Said | null>((a, b) => (a !== null && a.turn > b.turn ? a : b), null)?.script ??
      NOT_FOUND
    )
  }

  const replyTo = (request: HttpRequest): Reply => {
    const script = scriptFor(request.url)
    const nth = counts.get(request.url) ?? 0
    counts.set(request.url, nth + 1)
    return typeof script === 'function' ? script({ request, nth }) : script
  }

  const pass = (delay: DurationMs): Promise<void> =>
    new Promise((resolve) => {
      clock.after(delay, resolve)
    })

  const stream = async (answer: Answer, sink: BodySink, entry: Asked): Promise<void> => {
    for (const chunk of answer.chunks) {
      if (entry.endedAt !== null) return
      entry.bytes += chunk.byteLength
      if (sink.push(chunk) === 'enough') return
      if (answer.gap > 0) await pass(answer.gap)
    }
  }

  const play = async (
    reply: Reply,
    request: HttpRequest,
    sinkFor: Parameters<HttpGet>[1],
    entry: Asked,
  ): Promise<Got> => {
    if (reply.kind === 'hangs') return new Promise(() => undefined)
    await pass(reply.delay)
    if (reply.kind === 'fails') return err({ kind: 'network' })
    if (redirects(reply, request)) return err({ kind: 'redirect' })
    if (!reply.readable && request.mode === 'read') return err({ kind: 'network' })
    const head = headOf(reply, request)
    if (entry.endedAt === null) await stream(reply, sinkFor(head), entry)
    return reply.breaksOff ? err({ kind: 'network' }) : ok(head)
  }

  const send = (
    request: HttpRequest,
    json: string | null,
    sinkFor: Parameters<HttpGet>[1],
  ): ReturnType<HttpGet> => {
    const { url, mode, credentials, signal } = request
    const reply = replyTo(request)
    const entry: Asked = { url, mode, credentials, json, at: clock.monotonic(), endedAt: null, bytes: 0 }
    asked.push(entry)
    return new Promise((resolve) => {
      const end = (got: Got): void => {
        if (entry.endedAt !== null) return
        entry.endedAt = clock.monotonic()
        cancel()
        signal?.removeEventListener('abort', callOff)
        resolve(got)
      }
      const callOff = (): void => end(err({ kind: 'aborted' }))
      signal?.addEventListener('abort', callOff)
      const cancel = clock.after(request.timeout, () => end(err({ kind: 'timeout' })))
      void play(reply, request, sinkFor, entry).then(end)
    })
  }

  return {
    get: (request, sinkFor) => send(request, null, sinkFor),
    post: ({ json, ...request }, sinkFor) => send({ ...request, mode: 'read' }, json, sinkFor),
    asked,
    on: (url, script) => {
      scripts.delete(url)
      if (script === null) return
      turns += 1
      scripts.set(url, { script, turn: turns })
      if (url.endsWith('/')) belows.add(url)
    },
    to,
    peak: (prefix) => mostAtOnce(to(prefix)),
  }
}
