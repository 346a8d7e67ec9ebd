import type { PrometheusSource } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { type ApiAnswer, readApiAnswer } from '#src/domain/prometheus/apiAnswer.ts'
import { isOfOneQuery, type QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import type { Span } from '#src/domain/prometheus/span.ts'
import { err, type Result } from '#src/domain/result.ts'
import {
  type Bytes,
  type DurationMs,
  type EpochMs,
  mebibytes,
  minutes,
  seconds,
} from '#src/domain/time/units.ts'
import type { HttpHead, Ports } from '#src/engine/ports.ts'
import { bodyText } from '#src/engine/probe/bodyText.ts'
import { failureInHead } from '#src/engine/probe/classify.ts'
import { diagnose } from '#src/engine/probe/diagnose.ts'

/** What a client needs to know beside the world. */
export type PrometheusAccess = {
  readonly source: PrometheusSource
  /** What the source's URL may be relative to. */
  readonly fleetUrl: string
  /** Value of the Authorization header as it is now, of a token typed in for this session; null for none. */
  readonly authorization: () => string | null
  /** Ends what is under way, and all that would come after. */
  readonly signal: AbortSignal | null
}

type Answered = Promise<Result<ApiAnswer, QueryFailure>>

/** Asks one Prometheus-compatible API; one request at a time, whoever asks. Never rejects, never repeats. */
export type PrometheusClient = {
  /** An instant query at a moment. */
  query(promql: string, at: EpochMs): Answered
  /** A range query; the span may have 11,000 points at the most. */
  queryRange(promql: string, span: Span): Answered
  /** What is being scraped. Not every relative of Prometheus knows. */
  targets(): Answered
}

/** Prometheus gives a query two minutes; ours are small, and a person waits. */
const TIMEOUT: DurationMs = seconds(20)

/** A plan of queries expects two megabytes an answer; this is for what was not expected. */
const CAP: Bytes = mebibytes(16)

/** How long a server that failed is left in peace. */
const PEACE: DurationMs = minutes(1)

const notReached = (failure: ProbeFailure): Result<never, QueryFailure> =>
  err({ kind: 'not-reached', failure })

const NOWHERE: ProbeFailure = { kind: 'unreachable', by: 'browser', detail: null }

function urlOf({ source, fleetUrl }: PrometheusAccess, path: string, query: URLSearchParams): string | null {
  if (!URL.canParse(source.url, fleetUrl)) return null
  const { href } = new URL(source.url, fleetUrl)
  return `${href.endsWith('/') ? href : `${href}/`}api/v1/${path}?${query.toString()}`
}

function read(head: HttpHead, url: string, took: DurationMs, text: string): Result<ApiAnswer, QueryFailure> {
  const failure = failureInHead(head, url, took)
  return failure === null ? readApiAnswer(head.status, text) : notReached(failure)
}

async function ask(access: PrometheusAccess, ports: Ports, url: string): Answered {
  const { source, signal, fleetUrl } = access
  const authorization = access.authorization()
  const body = bodyText(CAP)
  let answered = false
  const began = ports.monotonic()
  const got = await ports.get(
    {
      url,
      credentials: source.credentials,
      ...(authorization === null ? {} : { authorization }),
      timeout: TIMEOUT,
      mode: 'read',
      signal,
    },
    () => {
      answered = true
      return body
    },
  )
  if (got.ok && body.isCut()) return notReached({ kind: 'too-large', cap: CAP })
  if (got.ok) return read(got.value, url, ports.monotonic() - began, body.text())
  if (got.error.kind === 'timeout') return notReached({ kind: 'timeout', after: TIMEOUT })
  if (got.error.kind === 'aborted') return notReached({ kind: 'aborted' })
  if (answered) return err({ kind: 'cut-off' })
  const asking = { service: source, polling: { timeout: TIMEOUT } }
  return notReached(await diagnose(asking, url, fleetUrl, ports, signal))
}

type Failed = Extract<Awaited<Answered>, { readonly ok: false }>

/** Whether the server itself failed. One that has no list of targets may well have everything else. */
const isServers = (path: string, answer: Awaited<Answered>): answer is Failed =>
  !answer.ok && !isOfOneQuery(answer.error) && (path !== 'targets' || answer.error.kind === 'not-reached')

const inSeconds = (ms: number): string => String(ms / 1000)

/** A client of one source. Failures of the server itself are answered again for a minute without asking it. */
export function prometheusClient(access: PrometheusAccess, ports: Ports): PrometheusClient {
  let last: Promise<unknown> = Promise.resolve()
  let failed: { readonly failure: QueryFailure; readonly until: DurationMs } | null = null

  const answerOf = async (path: string, query: Readonly<Record<string, string>>): Answered => {
    if (access.signal?.aborted === true) return notReached({ kind: 'aborted' })
    if (failed !== null && ports.monotonic() < failed.until) return err(failed.failure)
    const url = urlOf(access, path, new URLSearchParams(query))
    if (url === null) return notReached(NOWHERE)
    const answer = await ask(access, ports, url)
    failed = isServers(path, answer) ? { failure: answer.error, until: ports.monotonic() + PEACE } : null
    return answer
  }

  const inTurn = async (path: string, query: Readonly<Record<string, string>>): Answered => {
    const turn = last.then(() => answerOf(path, query))
    last = turn
    return turn
  }

  return {
    query: (promql, at) => inTurn('query', { query: promql, time: inSeconds(at) }),
    queryRange: (promql, { start, end, step }) =>
      inTurn('query_range', {
        query: promql,
        start: inSeconds(start),
        end: inSeconds(end),
        step: inSeconds(step),
      }),
    targets: () => inTurn('targets', { state: 'active' }),
  }
}
