import { createServer } from 'node:http'
import { serveStatic } from '#e2e/support/serveStatic.ts'
import { expect, test } from '#e2e/support/test.ts'

type EndlessPod = {
  readonly url: string
  /** Answers that are still being sent. */
  readonly open: () => number
  readonly asked: () => number
  close(): void
}

/** A pod without CORS headers whose pages never end. */
async function endlessPod(): Promise<EndlessPod> {
  const chunk = 'x'.repeat(65_536)
  let [open, asked] = [0, 0]
  const server = createServer((_request, response) => {
    open += 1
    asked += 1
    const fill = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.once('close', () => {
      open -= 1
    })
    response.on('drain', fill)
    fill()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    open: () => open,
    asked: () => asked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

test('the second request that finds out about CORS takes nothing of the answer', async ({ digest }) => {
  const pod = await endlessPod()
  const host = await serveStatic('/', {
    services: [{ name: 'endless', url: pod.url }],
    endpoints: { health: '/health', metrics: false, version: false },
    intervals: { health: '1m' },
  })
  await digest.open(host.url)
  await expect(digest.serviceAt('endless', 'CANNOT SEE')).toContainText(/CORS/)
  expect(pod.asked()).toBe(2)
  await expect.poll(pod.open, { timeout: 5000 }).toBe(0)
  await host.close()
  pod.close()
})
