import type { Database, StorePort } from '#src/engine/ports.ts'

/** A store that notes what is written through it, and how long a worker works before it lets others go first. */
export type ClockedStore = StorePort & {
  /** Since the last call: slices of work that ended with a pause, the longest of them in ms, and bytes written. */
  readonly take: () => { slices: number; slice: number; bytes: number }
}

/** Every answer of the store is a task of its own: a slice begins with it, or with the end of a pause. */
export function clockedStore(store: StorePort): ClockedStore {
  let sums = { slices: 0, slice: 0, bytes: 0 }
  let began = performance.now()
  const begin = <T>(value: T): T => {
    began = performance.now()
    return value
  }
  const around = (db: Database): Database => ({
    ...db,
    keys: () => db.keys().then(begin),
    read: (key) => db.read(key).then(begin),
    write: (changes, how) => {
      for (const value of changes.put.values()) sums.bytes += value instanceof Uint8Array ? value.length : 0
      return db.write(changes, how).then(begin)
    },
  })
  return {
    ...store,
    open: async (name) => {
      const opened = await store.open(name)
      return begin(opened.ok ? { ok: true, value: around(opened.value) } : opened)
    },
    pause: () => {
      sums.slices++
      sums.slice = Math.max(sums.slice, performance.now() - began)
      return store.pause().then(begin)
    },
    take() {
      const taken = sums
      sums = { slices: 0, slice: 0, bytes: 0 }
      return begin(taken)
    },
  }
}
