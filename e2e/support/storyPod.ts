import { createServer } from 'node:http'
import { closeServer, listenOnLoopback } from '#e2e/fleet/listenOnLoopback.ts'
import type { StoredMetric } from '#e2e/fleet/storedSeries.ts'

/** A pod that goes on with what a Prometheus has stored of it. */
export type StoryPod = { readonly address: string; close(): Promise<void> }

const labelText = (labels: Readonly<Record<string, string>> = {}): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')

const pageOf = (metrics: readonly StoredMetric[], pod: number): string =>
  metrics
    .flatMap(({ name, labels, valueAt }) => {
      const value = valueAt(Date.now(), pod)
      return value === null ? [] : [`${name}{${labelText(labels)}} ${value}\n`]
    })
    .join('')

/** Starts pod number `pod` of a story: healthy, and its metrics say what the story says of this very moment. */
export async function storyPod(metrics: readonly StoredMetric[], pod: number): Promise<StoryPod> {
  const server = createServer((request, response) => {
    if (request.url === '/health')
      response.setHeader('content-type', 'application/json').end('{"status":"UP"}')
    else if (request.url === '/metrics')
      response.setHeader('content-type', 'text/plain; version=0.0.4').end(pageOf(metrics, pod))
    else response.writeHead(404).end()
  })
  const port = await listenOnLoopback(server, 0)
  return { address: `127.0.0.1:${port}`, close: () => closeServer(server) }
}
