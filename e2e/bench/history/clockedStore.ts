import type { Database, StorePort } from '#src/engine/ports.ts'

/** A store that notes how long a worker is busy between two waits for it. */
export type ClockedStore = StorePort & {
  /** Since the last call: the longest slice of work, all of them, how many, and the bytes that were written. */
  readonly take: () => { longest: number; busy: number; slices: number; bytes: number }
}

/** Every call that is waited for ends a slice of work, and its answer begins the next. */
export function clockedStore(store: StorePort): ClockedStore {
  let began = performance.now()
  let sums = { longest: 0, busy: 0, slices: 0, bytes: 0 }
  let isBusy = true

  const end = (): void => {
    if (!isBusy) return
    isBusy = false
    const time = performance.now() - began
    sums.longest = Math.max(sums.longest, time)
    sums.busy += time
    sums.slices++
  }
  const begin = <T>(value: T): T => {
    // Of several that are waited for the first goes on; what came meanwhile is taken without a wait.
    if (!isBusy) began = performance.now()
    isBusy = true
    return value
  }
  const around = (db: Database): Database => ({
    close: () => db.close(),
    keys: () => (end(), db.keys().then(begin)),
    read: (key) => db.read(key).then(begin),
    write: (changes) => {
      for (const value of changes.put.values()) sums.bytes += value instanceof Uint8Array ? value.length : 0
      const written = db.write(changes)
      end()
      return written.then(begin)
    },
  })
  return {
    open: async (name) => {
      const opened = await store.open(name)
      return opened.ok ? { ok: true, value: around(opened.value) } : opened
    },
    usage: () => store.usage(),
    pause: () => (end(), store.pause().then(begin)),
    take() {
      end()
      const taken = sums
      sums = { longest: 0, busy: 0, slices: 0, bytes: 0 }
      begin(null)
      return taken
    },
  }
}
