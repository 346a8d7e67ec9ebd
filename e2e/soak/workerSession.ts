import type { Browser } from 'playwright/test'
import { until } from '#e2e/fleet/until.ts'

/** Speaks to the one shared worker of a browser in its debugger's words. */
export type WorkerSession = {
  readonly send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>
}

type Reply = {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
type Waiting = { readonly done: (result: unknown) => void; readonly fail: (cause: Error) => void }

/** Playwright has no session for shared workers: messages are handed on by the browser's own. */
export async function workerSession(browser: Browser): Promise<WorkerSession> {
  const session = await browser.newBrowserCDPSession()
  const { targetId } = await until('a shared worker is there', async () => {
    const found = await session.send('Target.getTargets', { filter: [{ type: 'shared_worker' }] })
    return found.targetInfos[0] ?? null
  })
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, Waiting>()
  let last = 0
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply: Reply = JSON.parse(message)
    const one = waiting.get(reply.id ?? 0)
    waiting.delete(reply.id ?? 0)
    if (reply.error === undefined) one?.done(reply.result)
    else one?.fail(new Error(reply.error.message))
  })
  return {
    send(method, params = {}) {
      last += 1
      const id = last
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail })
        const message = JSON.stringify({ id, method, params })
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(fail)
      })
    },
  }
}
