import { createServer } from 'node:http'
import { once } from 'node:events'

/** Where an Alertmanager posts what it would post to Slack and PagerDuty. */
export type MessageReceiver = {
  readonly url: string
  /** The messages that came in so far, each its body. */
  readonly messages: () => readonly string[]
  readonly close: () => Promise<void>
}

/** A server on loopback that says yes to every message, as they do (202 is PagerDuty's word for it, and Slack's clients take it too). */
export async function messageReceiver(): Promise<MessageReceiver> {
  const messages: string[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      messages.push(Buffer.concat(parts).toString('utf8'))
      response.writeHead(202).end('ok')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    messages: () => messages,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
