import { flushSync } from 'react-dom'

/** What a piece of work took, in ms: until its frame was painted, and of that in script. */
export type Took = { readonly total: number; readonly script: number }

/** Until the next frame is painted: a task behind a frame's callbacks runs after its paint. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      port2.postMessage(null)
    })
  })

/** Does a piece of work that draws, right after a frame, and waits until it is painted. */
export async function timed(work: () => void): Promise<Took> {
  await painted()
  const start = performance.now()
  flushSync(work)
  const script = performance.now() - start
  await painted()
  return { total: performance.now() - start, script }
}
