import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export const LOOPBACK = '127.0.0.1'

const TRIES = 20
const BETWEEN_TRIES_MS = 100

async function listenOnce(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/**
 * Listens on a port of loopback, 0 for a free one, and answers with the port it got. A port that is taken is tried for
 * two seconds: a connection that somebody else opens may hold a pod's port for a moment while the pod restarts.
 */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnce(server, port)
    } catch (cause) {
      const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
      if (!taken || tries === TRIES) throw cause
      await pause(BETWEEN_TRIES_MS)
    }
  }
}

/** Stops listening and cuts every connection. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
