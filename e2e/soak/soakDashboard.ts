import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, relative } from 'node:path'
import { closeServer, listenOnLoopback, LOOPBACK } from '#e2e/fleet/listenOnLoopback.ts'
import { ledClockScript } from '#e2e/support/ledClockScript.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { mimeType } from '#src/gateway/mimeType.ts'
import { staticSegments } from '#src/gateway/staticFiles.ts'

/** The built dashboard, served so that its page and its worker go by the clock that the soak leads. */
export type SoakDashboard = { readonly url: string; close(): Promise<void> }

export type SoakScript = {
  /** Where it is told what o'clock it is. */
  readonly clockUrl: string
  /** Plants a leak into page and worker. */
  readonly leaks: boolean
}

const NAME = 'soakClock.js'
const WORKER = /^assets\/worker-[^/]*\.js$/

const scriptOf = ({ clockUrl, leaks }: SoakScript): string =>
  ledClockScript('e2e/fixtures/soak/clock.js')
    .replace('__CLOCK__', clockUrl)
    .replace('__LEAK__', String(leaks))

const isMoved = (name: string): boolean => name === 'index.html' || WORKER.test(name)

/** Before all other scripts of the page, and before all that the worker imports. */
const withClock = (name: string, text: string): string =>
  name === 'index.html'
    ? text.replace('<script', `<script src="./assets/${NAME}"></script><script`)
    : `import"./${NAME}";${text}`

/** The built files by name, as they are now: one that is built meanwhile would be taken up, and the soak begun anew. */
function builtFiles(dist: string): ReadonlyMap<string, string | Buffer> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return new Map(
    files.map((one) => {
      const path = join(one.parentPath, one.name)
      const name = relative(dist, path).replaceAll('\\', '/')
      const content = readFileSync(path)
      return [name, isMoved(name) ? withClock(name, content.toString()) : content]
    }),
  )
}

/** Serves the files in `dist` with a fleet file beside them. */
export async function soakDashboard(
  file: FleetFile,
  script: SoakScript,
  dist = 'dist',
): Promise<SoakDashboard> {
  const files = new Map<string, string | Buffer>([
    ...builtFiles(dist),
    ['fleet.json', JSON.stringify(file)],
    [`assets/${NAME}`, scriptOf(script)],
  ])
  const server = createServer((request, response) => {
    const name = staticSegments((request.url ?? '/').split('?')[0] ?? '/')?.join('/') ?? ''
    const content = files.get(name)
    if (content === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': mimeType(name) }).end(content)
  })
  const port = await listenOnLoopback(server, 0)
  return { url: `http://${LOOPBACK}:${port}/`, close: () => closeServer(server) }
}
