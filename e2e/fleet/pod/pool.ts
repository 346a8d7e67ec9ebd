/** Gives a connection back. Calling it twice does nothing more. */
type Release = () => void

/** A bounded pool of connections to the store, with callers that queue for them. */
export type Pool = {
  readonly max: number
  readonly inUse: () => number
  readonly waiting: () => number
  /** A connection, at the latest after `withinMs`; then null, and the caller has left the queue. */
  readonly acquire: (withinMs: number) => Promise<Release | null>
}

export function createPool(max: number): Pool {
  let inUse = 0
  const queue: (() => void)[] = []

  const releaseOnce = (): Release => {
    let released = false
    return () => {
      if (released) return
      released = true
      const next = queue.shift()
      if (next === undefined) inUse -= 1
      else next()
    }
  }

  return {
    max,
    inUse: () => inUse,
    waiting: () => queue.length,
    acquire(withinMs) {
      if (inUse < max) {
        inUse += 1
        return Promise.resolve(releaseOnce())
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(take), 1)
          resolve(null)
        }, withinMs)
        const take = () => {
          clearTimeout(timer)
          resolve(releaseOnce())
        }
        queue.push(take)
      })
    },
  }
}
