import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 15

type Nothing = false | null | undefined

const isSomething = <T>(found: T): found is Exclude<T, Nothing> =>
  found !== false && found !== null && found !== undefined

/**
 * Waits for a condition and answers with what it found: the first result that is neither false nor null.
 * Fails, naming what was waited for, after `within` milliseconds.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  within = 5000,
): Promise<Exclude<T, Nothing>> {
  const deadline = performance.now() + within
  for (;;) {
    const found: T = await condition()
    if (isSomething(found)) return found
    if (performance.now() > deadline) throw new Error(`Not within ${within} ms: ${what}`)
    await pause(PAUSE_MS)
  }
}
