import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** A real HTTP server on loopback whose behaviour can be switched. */
export type LoopbackServer = {
  readonly url: string
  /** Requests that came in so far. */
  readonly requests: () => number
  /** The most bytes that were handed to any one connection's socket for one answer. */
  readonly mostSent: () => number
  switchTo(listener: RequestListener): void
  /** Ends it and every connection; `start` opens it again on the same port. */
  stop(): Promise<void>
  start(): Promise<void>
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** Starts one. Close it with `stop`. */
export async function loopbackServer(first: RequestListener): Promise<LoopbackServer> {
  let listener = first
  let requests = 0
  let mostSent = 0
  const open = (): Server =>
    createServer((request, response) => {
      requests += 1
      const { socket } = request
      const before = socket.bytesWritten
      const note = (): void => {
        mostSent = Math.max(mostSent, socket.bytesWritten - before)
      }
      response.once('close', note)
      listener(request, response)
    })
  let server = open()
  const port = await listen(server, 0)
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    mostSent: () => mostSent,
    switchTo: (next) => {
      listener = next
    },
    stop: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
    start: async () => {
      server = open()
      await listen(server, port)
    },
  }
}

/** Answers every path with JSON. */
export const answersJson =
  (value: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }

/** Takes every request and never answers. */
export const answersNothing: RequestListener = () => undefined

/** Sends `chunk` again and again, as fast as it is taken, without end; each `gap` ms where one is given. */
export const answersWithoutEnd =
  (type: string, chunk: string, gap: number | null = null): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type })
    if (gap !== null) {
      const timer = setInterval(() => response.write(chunk), gap)
      response.once('close', () => clearInterval(timer))
      return
    }
    const fill = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', fill)
    fill()
  }
