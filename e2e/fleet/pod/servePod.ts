import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { text } from '#e2e/fleet/dialects/answer.ts'
import type { Dialect, RequestKind } from '#e2e/fleet/dialects/dialect.ts'
import { DIALECTS } from '#e2e/fleet/dialects/dialects.ts'
import { type FaultName, faultOf } from '#e2e/fleet/faults/faults.ts'
import { createMeter } from '#e2e/fleet/metrics/createMeter.ts'
import { LOOPBACK, closeServer, listenOnLoopback } from '#e2e/fleet/listenOnLoopback.ts'
import type { HostedPod } from '#e2e/fleet/protocol.ts'
import { createExchange } from './createExchange.ts'
import { createPod } from './pod.ts'

// Longer than any poll interval: a connection closed by the pod just when a request is sent looks like an outage.
const KEEP_ALIVE_MS = 75_000

/** A pod that is being served. */
export type ServedPod = {
  readonly port: () => number
  /** The fault is in force, and what the last one held is released, when this is done. */
  readonly setFault: (name: FaultName) => Promise<void>
  readonly open: () => Promise<void>
  /** Refuses connections from now on, and cuts those that are there. */
  readonly close: () => Promise<void>
}

function kindOf(dialect: Dialect, path: string, api: string): RequestKind {
  if (path === dialect.metricsPath) return 'metrics'
  if (path === api) return 'api'
  return dialect.routes[path]?.kind ?? 'unknown'
}

/** Serves one pod on loopback, with its fault in force before the first request. */
export async function servePod(hosted: HostedPod): Promise<ServedPod> {
  const pod = createPod(hosted.spec)
  const dialect: Dialect = DIALECTS[pod.spec.dialect]
  const meter = createMeter(dialect.vocabulary, pod)
  const held = new Set<ServerResponse>()

  function respond(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    const kind = kindOf(dialect, url.pathname, pod.spec.api)
    const exchange = createExchange({ pod, dialect, meter, held, kind, url, response })
    const fault = faultOf(pod.fault)
    if (fault.take?.(exchange) === true) return
    if (request.method === 'OPTIONS') exchange.send(text(200, ''))
    else if (request.method !== 'GET' && request.method !== 'HEAD') exchange.send(text(405, 'GET only\n'))
    else exchange.answer()
  }

  async function setFault(name: FaultName): Promise<void> {
    await faultOf(pod.fault).heal?.(pod)
    pod.fault = name
    for (const response of held) response.destroy()
    await faultOf(name).apply?.(pod)
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, respond)
  await setFault(hosted.fault)
  let port = await listenOnLoopback(server, hosted.port)
  pod.log.add('info', `[${pod.spec.service}] listening on ${LOOPBACK}:${port}`)

  return {
    port: () => port,
    setFault,
    open: async () => {
      if (!server.listening) port = await listenOnLoopback(server, port)
    },
    close: async () => {
      if (server.listening) await closeServer(server)
    },
  }
}
