import { err, ok, type Result } from '#src/domain/result.ts'
import type { Database, StoreFailure, StorePort } from '#src/engine/ports.ts'

/** Databases in memory, and what goes wrong with them as the test says. */
export type HandStore = StorePort & {
  /** The records of the one database that a test opens. */
  readonly records: Map<string, unknown>
  /** Names that were opened, in order. */
  readonly opened: string[]
  /** From now on every call of that kind fails; null: all goes well again. */
  fail(what: 'open' | 'write' | 'read', failure: StoreFailure | null): void
  /** No write is answered until the test lets it. */
  hold(): () => void
  /** So many bytes may be stored. */
  quota: number
  /** Writes that were under way at once, at most. */
  readonly atOnce: () => number
}

const sizeOf = (value: unknown): number => (value instanceof Uint8Array ? value.length : 100)

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  const resolves: (() => void)[] = []
  const promise = new Promise<void>((resolve) => {
    resolves.push(resolve)
  })
  return { promise, resolve: () => resolves[0]?.() }
}

/** A store in which nothing fails yet. */
export function handStore(): HandStore {
  const records = new Map<string, unknown>()
  const opened: string[] = []
  const failures = new Map<string, StoreFailure>()
  let held: Promise<void> = Promise.resolve()
  let under = 0
  let most = 0

  const write: Database['write'] = async ({ put, remove }) => {
    under++
    most = Math.max(most, under)
    await held
    under--
    const failure = failures.get('write')
    if (failure !== undefined) return err(failure)
    const next = new Map([...records, ...put])
    for (const key of remove) next.delete(key)
    const bytes = [...next.values()].reduce<number>((sum, value) => sum + sizeOf(value), 0)
    if (bytes > store.quota && put.size > 0) return err({ kind: 'quota', detail: 'QuotaExceededError' })
    records.clear()
    for (const [key, value] of next) records.set(key, value)
    return ok(null)
  }
  const answer = async <T>(what: string, value: () => T): Promise<Result<T, StoreFailure>> => {
    const failure = failures.get(what)
    return failure === undefined ? ok(value()) : err(failure)
  }
  const database: Database = {
    keys: () => answer('read', () => [...records.keys()].toSorted()),
    read: (key) => answer('read', (): unknown => records.get(key)),
    readAll: (prefix) =>
      answer('read', () =>
        [...records].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    write,
    create: async (key, value) => {
      if (records.has(key)) return ok(false)
      const written = await write({ put: new Map([[key, value]]), remove: [] })
      return written.ok ? ok(true) : written
    },
    close: () => undefined,
  }
  const store: HandStore = {
    records,
    opened,
    quota: Infinity,
    atOnce: () => most,
    open: (name) => {
      opened.push(name)
      return answer('open', () => database)
    },
    usage: async () => 12_345,
    pause: async () => undefined,
    fail: (what, failure) => {
      if (failure === null) failures.delete(what)
      else failures.set(what, failure)
    },
    hold: () => {
      const { promise, resolve } = withResolvers()
      held = promise
      return resolve
    },
  }
  return store
}
