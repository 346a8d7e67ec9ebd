import { createServer } from 'node:http'

/** A pod that notes when it was asked for what. */
export type CountingPod = {
  readonly url: string
  /** Times in ms at which a path was asked for, oldest first. */
  asked(path: string): readonly number[]
  /** From now on its health endpoint says that it is up, or down. */
  setUp(isUp: boolean): void
  close(): Promise<void>
}

/** Starts a pod with a health endpoint and nothing else, open to pages of any origin. */
export async function countingPod(): Promise<CountingPod> {
  const times = new Map<string, number[]>()
  let up = true
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://pod').pathname
    times.set(path, [...(times.get(path) ?? []), performance.now()])
    response.setHeader('access-control-allow-origin', '*')
    if (path !== '/health') return response.writeHead(404).end()
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json' })
    return response.end(JSON.stringify({ status: up ? 'UP' : 'DOWN' }))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    asked: (path) => times.get(path) ?? [],
    setUp: (isUp) => {
      up = isUp
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
