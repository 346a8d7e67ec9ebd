import { createServer, request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { startGateway, type Gateway, type GatewayOptions } from './startGateway.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** A real HTTP server on a free loopback port, for one test. Returns its URL without a slash at the end. */
export async function servePod(listener: Listener): Promise<string> {
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** A loopback URL on which nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return `http://127.0.0.1:${port}`
}

/** A folder for one test, with files by name. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'morning check '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)))
  return folder
}

/** A gateway for one test, on a fleet file with this content. */
export async function gatewayFor(
  fleet: unknown,
  options: Partial<GatewayOptions> = {},
): Promise<Gateway & { readonly fleetFile: string }> {
  const folder = await folderWith({
    'fleet.json': typeof fleet === 'string' ? fleet : JSON.stringify(fleet),
  })
  const fleetFile = join(folder, 'fleet.json')
  const gateway = await startGateway({
    fleet: { path: fleetFile },
    host: '127.0.0.1',
    port: 0,
    distDir: folder,
    ...options,
  })
  onTestFinished(() => gateway.close())
  return { ...gateway, fleetFile }
}

/** A fleet of one service `orders` with one pod `orders-1`. */
export const oneOrder = (url: string, more: Readonly<Record<string, unknown>> = {}) => ({
  services: [{ name: 'orders', pods: [{ name: 'orders-1', url }], ...more }],
})

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One request with the path exactly as written: `fetch` and `URL` would tidy it up. */
export const ask = (
  origin: string,
  path: string,
  {
    body,
    ...options
  }: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const outgoing = request({ hostname, port, path, agent: false, ...options }, (response) => {
      const { statusCode: status = 0, headers } = response
      text(response).then((body) => resolve({ status, headers, body }), reject)
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
