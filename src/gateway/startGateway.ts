import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Result } from '#src/domain/result.ts'
import { seconds, type DurationMs } from '#src/domain/time/units.ts'
import { answerContent } from './answerContent.ts'
import { fleetAnswer } from './answerFleet.ts'
import { answerJson } from './answerJson.ts'
import type { FleetSource } from './fleetSource.ts'
import { foreignRequest, foreignWrite } from './foreignRequest.ts'
import { forward, type Forwarding } from './forward.ts'
import { keepFleet, type FleetKeeper } from './keepFleet.ts'
import { podAddress, type PodAddress } from './podAddress.ts'
import { createPodAgents } from './podAgents.ts'
import type { PodTarget } from './podTarget.ts'
import { readJsonBody } from './readJsonBody.ts'
import { sourceAddress, sourceAt, writableSource, type SourceName } from './sourceTarget.ts'
import { staticFiles, staticSegments } from './staticFiles.ts'

export type GatewayOptions = {
  readonly fleet: FleetSource
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** The built dashboard. */
  readonly distDir: string
  /** How long a pod may take to begin its answer; 10 s when left out. */
  readonly firstByte?: DurationMs
  /** Hears, in a sentence, when the fleet file changed, broke or came back. */
  readonly notice?: (sentence: string) => void
}

export type Gateway = {
  /** With a slash at the end; a gateway that listens everywhere is named `localhost`. */
  readonly url: string
  /** Breaks off every request and connection. */
  close(): Promise<void>
}

type Parts = {
  readonly host: string
  readonly fleet: FleetKeeper
  readonly files: ReturnType<typeof staticFiles>
  readonly forwarding: Forwarding
}

// It is not the pod that answers here: a page that asks for a pod must be able to tell.
const OWN_ANSWER = { 'x-morning-check': 'unknown' }

type Found<T> = Result<T, string>

async function answerForwarded(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
  address: Found<PodAddress>,
  targetOf: (address: PodAddress) => Promise<Found<PodTarget>>,
  body: Buffer | null = null,
) {
  if (!address.ok) return answerJson(response, 400, { error: address.error }, OWN_ANSWER)
  const target = await targetOf(address.value)
  if (!target.ok) return answerJson(response, 404, { error: target.error }, OWN_ANSWER)
  // The browser may have gone while the fleet file was read.
  if (!response.destroyed) forward(request, response, target.value, address.value, parts.forwarding, body)
}

async function answerPod(request: IncomingMessage, response: ServerResponse, parts: Parts) {
  return answerForwarded(request, response, parts, podAddress(request.url ?? ''), ({ service, pod }) =>
    parts.fleet.find(service, pod),
  )
}

async function answerSource(
  name: SourceName,
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
  body: Buffer | null = null,
) {
  const address = sourceAddress(name, request.url ?? '')
  return answerForwarded(request, response, parts, address, () => parts.fleet.source(name), body)
}

/** Hands on what the dashboard writes to a source. */
async function answerWrite(
  name: SourceName,
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
) {
  const foreign = foreignWrite(request.headers)
  if (foreign !== null) return answerJson(response, 403, { error: foreign }, OWN_ANSWER)
  const body = await readJsonBody(request)
  if (body.ok) return answerSource(name, request, response, parts, body.value)
  answerJson(
    response,
    body.error.status,
    { error: body.error.sentence },
    { connection: 'close', ...OWN_ANSWER },
  )
}

async function answerStatic(path: string, request: IncomingMessage, response: ServerResponse, parts: Parts) {
  const segments = staticSegments(path)
  const file = segments === null ? null : await parts.files(segments)
  if (file !== null) return answerContent(request, response, file)
  const isPage = path === '/'
  const error = isPage ? 'The dashboard is not built yet: run npm run build.' : 'There is no such file.'
  answerJson(response, 404, { error })
}

async function answerRead(path: string, request: IncomingMessage, response: ServerResponse, parts: Parts) {
  const source = sourceAt(path)
  const fleetFile = fleetAnswer(path)
  if (fleetFile !== null) return fleetFile(request, response, parts.fleet)
  if (path === '/fleet' || path.startsWith('/fleet/')) return answerPod(request, response, parts)
  return source === null
    ? answerStatic(path, request, response, parts)
    : answerSource(source, request, response, parts)
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const foreign = foreignRequest(request.headers, parts.host)
  if (foreign !== null) return answerJson(response, 403, { error: foreign }, OWN_ANSWER)
  const { method } = request
  const path = (request.url ?? '').split('?')[0] ?? ''
  const written = method === 'POST' ? writableSource(path) : null
  if (written !== null) return answerWrite(written, request, response, parts)
  if (method === 'GET' || method === 'HEAD') return answerRead(path, request, response, parts)
  const error = `The gateway only reads here: GET and HEAD, not ${method}.`
  answerJson(response, 405, { error }, { allow: 'GET, HEAD', ...OWN_ANSWER })
}

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address)
    })
  })

function urlOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return `http://localhost:${port}/`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
}

/**
 * Serves the built dashboard, forwards `/fleet/<service>/<pod>/…` to the pods of a fleet file, and a few paths below
 * `/sources/prometheus/` and `/sources/alertmanager/` to its sources, on one origin, so that no CORS header, mixed
 * content or private address stands between the page and a pod. It only reads, but for silences of the Alertmanager.
 * Rejects with Node's error where it cannot listen (EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND).
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { host, notice, firstByte = seconds(10) } = options
  const agents = createPodAgents()
  const fleet = keepFleet(options.fleet, notice)
  const parts = { host, fleet, files: staticFiles(options.distDir), forwarding: { agents, firstByte } }
  // Browsers poll every few seconds: a connection that outlives the pauses saves opening one for each.
  const server = createServer({ keepAlive: true, keepAliveTimeout: seconds(65) }, (request, response) => {
    answer(request, response, parts).catch((error: unknown) => {
      answerJson(response, 500, { error: `The gateway failed: ${String(error)}` }, OWN_ANSWER)
    })
  })
  const { port } = await listen(server, options.port, host)
  await fleet.read()
  return {
    url: urlOf(host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        agents.destroy()
      }),
  }
}
