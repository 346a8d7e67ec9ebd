import { browserPorts } from '#src/engine/browser.ts'
import type { ToWorker } from '#src/engine/protocol.ts'
import { hub, type Line } from './hub.ts'
import { leadOrFollow } from './leadOrFollow.ts'

/*
 * The worker's entry. As a SharedWorker it serves every tab of the browser; as a dedicated worker (where there
 * are no SharedWorkers) one tab's worker polls and the others follow it.
 */

const isShared = 'onconnect' in globalThis

if (isShared) {
  const shared = hub(browserPorts)
  addEventListener('connect', (event) => {
    if (!(event instanceof MessageEvent)) return
    for (const port of event.ports) {
      const line: Line = { send: (message) => port.postMessage(message) }
      port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => shared.receive(line, data))
      port.start()
    }
  })
} else {
  const line: Line = { send: (message) => postMessage(message) }
  const followed = leadOrFollow(browserPorts, line)
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => followed.receive(data))
}
