import { browserPorts } from '#src/engine/browser.ts'
import type { ToWorker } from '#src/engine/protocol.ts'
import type { Line } from './hub.ts'
import { leadOrFollow } from './leadOrFollow.ts'
import { workerSharing } from './workerSharing.ts'

/*
 * The worker's entry. As a SharedWorker it serves every tab of the browser that runs the same build; as a dedicated
 * worker (where there are no SharedWorkers, or they failed) it serves its own. Either way one worker polls.
 */

const post = leadOrFollow(browserPorts, workerSharing())

// Whatever throws outside the watch's turns is told to the pages, and is on the console as it would be anyway.
addEventListener('error', ({ message }) => post.fail(message))
addEventListener('unhandledrejection', ({ reason }) => post.fail(reason))

const isShared = 'onconnect' in globalThis

if (isShared) {
  addEventListener('connect', (event) => {
    if (!(event instanceof MessageEvent)) return
    for (const port of event.ports) {
      const line: Line = { send: (message) => port.postMessage(message) }
      port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => post.receive(line, data))
      port.start()
    }
  })
} else {
  const line: Line = { send: (message) => postMessage(message) }
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => post.receive(line, data))
}
