import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { SIGN_IN_PAGE } from '#e2e/fleet/faults/signInPage.ts'
import { LOOPBACK, closeServer, listenOnLoopback } from '#e2e/fleet/listenOnLoopback.ts'
import { CONTROL_ROUTES, type Controlled, matchPath } from './controlRoutes.ts'
import { Refusal } from './refusal.ts'

const BODY_LIMIT = 10_000
const JSON_TYPE = 'application/json; charset=utf-8'

const SHOWN_ROUTES = CONTROL_ROUTES.map(({ method, path }) => `${method} ${path}`)

/** The control of a fleet, on loopback. */
export type Control = {
  readonly url: string
  /** From now on it answers about this fleet; until then it says that the fleet is starting. */
  readonly attach: (controlled: Controlled) => void
  readonly close: () => Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk)
    if (body.length > BODY_LIMIT) throw new Refusal(400, `The body is longer than ${BODY_LIMIT} bytes.`)
  }
  return body
}

function routeFor(method: string, path: string) {
  const fitting = CONTROL_ROUTES.flatMap((route) => {
    const args = matchPath(route.path, path)
    return args === null ? [] : [{ ...route, args }]
  })
  if (fitting.length === 0) throw new Refusal(404, `There is nothing at ${path}.`, SHOWN_ROUTES)
  const found = fitting.find((route) => route.method === method)
  if (found !== undefined) return found
  throw new Refusal(
    405,
    `${path} does not take ${method}.`,
    fitting.map((route) => route.method),
  )
}

/** A web page of any origin may reach loopback; it must not be able to switch anything here. */
function refusePages(request: IncomingMessage): void {
  const { host = '', origin } = request.headers
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host)) throw new Refusal(403, `${host} is not this host.`)
  if (origin !== undefined && request.method !== 'GET')
    throw new Refusal(403, 'Web pages may only read here.')
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  // Open for reading: a dashboard of another origin may take its fleet file from here.
  const headers = {
    'Content-Type': JSON_TYPE,
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
  }
  response.writeHead(status, headers).end(`${JSON.stringify(body, null, 2)}\n`)
}

function sendFailure(response: ServerResponse, cause: unknown): void {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (!(cause instanceof Refusal)) sendJson(response, 500, { error: message })
  else if (cause.known.length === 0) sendJson(response, cause.status, { error: message })
  else sendJson(response, cause.status, { error: message, known: cause.known })
}

/** Serves the control on a port of loopback; 0 takes a free one. */
export async function serveControl(port: number): Promise<Control> {
  let controlled: Controlled | null = null

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    if (pathname === '/sign-in') {
      // Of another origin than the pods and without CORS headers, as sign-in pages are.
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(SIGN_IN_PAGE)
      return
    }
    refusePages(request)
    if (pathname === '/') {
      sendJson(response, 200, { understands: SHOWN_ROUTES })
      return
    }
    const route = routeFor(request.method ?? 'GET', pathname)
    const body = await bodyOf(request)
    if (controlled === null) throw new Refusal(503, 'The fleet is starting.')
    sendJson(
      response,
      200,
      await route.handle({ args: route.args.map(decodeURIComponent), body, controlled }),
    )
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((cause: unknown) => sendFailure(response, cause))
  })
  const taken = await listenOnLoopback(server, port)

  return {
    url: `http://${LOOPBACK}:${taken}`,
    attach(fleet) {
      controlled = fleet
    },
    close: () => closeServer(server),
  }
}
