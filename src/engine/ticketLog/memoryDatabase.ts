import { ok } from '#src/domain/result.ts'
import type { Database } from '#src/engine/ports.ts'

/** A database that lasts as long as the worker: where the browser gives none. Nothing in it fails. */
export function memoryDatabase(): Database {
  const records = new Map<string, unknown>()
  return {
    keys: async () => ok([...records.keys()].toSorted()),
    read: async (key) => ok<unknown>(records.get(key)),
    readAll: async (prefix) => ok([...records].filter(([key]) => key.startsWith(prefix))),
    write: async ({ put, remove }) => {
      for (const [key, value] of put) records.set(key, value)
      for (const key of remove) records.delete(key)
      return ok(null)
    },
    create: async (key, value) => {
      if (records.has(key)) return ok(false)
      records.set(key, value)
      return ok(true)
    },
    close: () => undefined,
  }
}
