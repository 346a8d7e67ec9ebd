import { Agent, get } from 'node:http'

const TICK_MS = 100
const TIMEOUT_MS = 2000
const IN_FLIGHT = 2

export type Target = { readonly url: string; readonly api: string; readonly up: boolean }

/**
 * Sends business requests to every pod, `perSecond` each, spread over the second, so that rates, latencies and pools
 * are real. A pod that does not answer gets no more than two at a time. Answers with how to stop it.
 */
export function generateLoad(targets: () => readonly Target[], perSecond: number): () => void {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT, timeout: TIMEOUT_MS })
  const inFlight = new Map<string, number>()
  const everyTicks = 1000 / TICK_MS / perSecond
  let tick = 0

  function send(url: string): void {
    const busy = inFlight.get(url) ?? 0
    if (busy >= IN_FLIGHT) return
    inFlight.set(url, busy + 1)
    const request = get(url, { agent, timeout: TIMEOUT_MS }, (response) => response.resume())
    request.once('timeout', () => request.destroy())
    // What a pod in trouble does to its callers is seen in its own metrics.
    request.on('error', () => {})
    request.once('close', () => inFlight.set(url, (inFlight.get(url) ?? 1) - 1))
  }

  const timer = setInterval(() => {
    tick += 1
    for (const [index, target] of targets().entries()) {
      // Each pod has its own phase, by its place in the list.
      const due = Math.floor((tick + index) / everyTicks) > Math.floor((tick + index - 1) / everyTicks)
      if (due && target.up) send(`${target.url}${target.api}`)
    }
  }, TICK_MS)

  return () => {
    clearInterval(timer)
    agent.destroy()
  }
}
