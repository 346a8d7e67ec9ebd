import type { ServerResponse } from 'node:http'
import { type Answer, text } from '#e2e/fleet/dialects/answer.ts'
import type { Dialect, RequestKind } from '#e2e/fleet/dialects/dialect.ts'
import type { Exchange } from '#e2e/fleet/faults/fault.ts'
import { faultOf } from '#e2e/fleet/faults/faults.ts'
import type { Meter } from '#e2e/fleet/metrics/meter.ts'
import { type Check, runChecks } from './checks.ts'
import { doBusiness } from './doBusiness.ts'
import type { Pod } from './pod.ts'

// Open to pages of every origin, with and without a preflight, on errors too: an answer nobody may read says nothing.
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': '*',
}

type Context = {
  readonly pod: Pod
  readonly dialect: Dialect
  readonly meter: Meter
  readonly held: Set<ServerResponse>
  readonly kind: RequestKind
  readonly url: URL
  readonly response: ServerResponse
}

async function answerApi({ pod, meter, kind, url }: Context): Promise<Answer> {
  if (kind === 'metrics') return { status: 200, type: meter.contentType, body: await meter.page() }
  if (kind !== 'api') return text(404, `404 ${url.pathname} not found\n`)
  const begun = performance.now()
  const answer = await doBusiness(pod)
  meter.observe({ route: pod.spec.api, status: answer.status, seconds: (performance.now() - begun) / 1000 })
  return answer
}

/** Everything that a pod, or a fault in its place, can do with one request. */
export function createExchange(context: Context): Exchange {
  const { pod, dialect, meter, held, kind, url, response } = context

  const headers = () => ({
    'Cache-Control': 'no-store',
    ...(faultOf(pod.fault).cors === false ? {} : CORS),
  })

  function send({ status, type, body, headers: more }: Answer): void {
    if (response.destroyed) return
    const length = Buffer.byteLength(body)
    response.writeHead(status, { ...headers(), 'Content-Type': type, 'Content-Length': length, ...more })
    response.end(body)
  }

  function answer(change: (checks: readonly Check[]) => readonly Check[] = (checks) => checks): void {
    const route = dialect.routes[url.pathname]
    if (route === undefined) void answerApi(context).then(send)
    else send(route.answer({ pod, checks: change(runChecks(pod)), query: url.searchParams }))
  }

  return {
    pod,
    kind,
    response,
    answer,
    send,
    begin(status, type, length) {
      const size = length === undefined ? {} : { 'Content-Length': length }
      response.writeHead(status, { ...headers(), 'Content-Type': type, ...size })
    },
    hold() {
      held.add(response)
      response.once('close', () => held.delete(response))
    },
    metricsPage: () => meter.page(),
    metricsType: meter.contentType,
  }
}
