import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

export type StaticHost = { readonly url: string; close(): Promise<void> }

/**
 * Any web server: hosts the built files under a sub-path, with a fleet file beside them and nothing else.
 * Pods are then on other origins, as they are where nobody runs a gateway.
 */
export async function serveStatic(subPath: string, fleetFile: unknown): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    const file = path.startsWith(subPath) ? path.slice(subPath.length) || 'index.html' : null
    if (file === 'fleet.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(fleetFile))
      return
    }
    if (file === null) {
      response.writeHead(404).end()
      return
    }
    const name = join('dist', normalize(`/${file}`))
    readFile(name).then(
      (body) =>
        response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    )
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}${subPath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
