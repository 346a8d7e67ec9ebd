import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { Database, StoreChanges, StoreFailure, StorePort } from './ports.ts'

/** One object store of records under keys from outside; what the records are is told by themselves. */
const RECORDS = 'records'
const VERSION = 1

const KINDS: Readonly<Record<string, StoreFailure['kind']>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-version',
  SecurityError: 'refused',
  // What a connection says that was closed.
  InvalidStateError: 'lost',
}

function failureOf(error: unknown, otherwise: StoreFailure['kind']): StoreFailure {
  if (!(error instanceof Error)) return { kind: otherwise, detail: String(error) }
  return { kind: KINDS[error.name] ?? otherwise, detail: `${error.name}: ${error.message}` }
}

async function attempt<T>(
  work: () => Promise<T>,
  otherwise: StoreFailure['kind'] = 'fails',
): Promise<Result<T, StoreFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(failureOf(error, otherwise))
  }
}

async function write(db: IDBPDatabase, { put, remove }: StoreChanges, durable: boolean): Promise<null> {
  // A cache may lose its last second when the power goes; waiting for the disk costs twice as much.
  const durability = durable ? 'strict' : 'relaxed'
  const transaction = db.transaction(RECORDS, 'readwrite', { durability })
  const { store, done } = transaction
  try {
    // What a request answers is told by the transaction as a whole.
    for (const key of remove) store.delete(key).catch(() => undefined)
    for (const [key, value] of put) store.put(value, key).catch(() => undefined)
  } catch (error) {
    done.catch(() => undefined)
    transaction.abort()
    throw error
  }
  await done
  return null
}

/** In one transaction: keys and values are of the same moment, and in the same order. */
async function readAll(db: IDBPDatabase, prefix: string): Promise<readonly (readonly [string, unknown])[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const { store, done } = db.transaction(RECORDS)
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range), done])
  return keys.flatMap((key, at) => (typeof key === 'string' ? [[key, values[at]] as const] : []))
}

async function create(db: IDBPDatabase, key: string, value: unknown): Promise<boolean> {
  const { store, done } = db.transaction(RECORDS, 'readwrite', { durability: 'strict' })
  const there = await store.getKey(key)
  if (there === undefined) store.put(value, key).catch(() => undefined)
  await done
  return there === undefined
}

type Reading = IDBPTransaction<unknown, [typeof RECORDS]>

async function open(name: string): Promise<Database> {
  let opened: IDBPDatabase | null = null
  const db = await openDB(name, VERSION, {
    upgrade: (made) => {
      made.createObjectStore(RECORDS)
    },
    // A later build, or somebody who clears the site's data, must not wait for this worker.
    blocking: () => opened?.close(),
  })
  opened = db
  let reading: Reading | null = null
  /** One transaction for all that is asked for in one go: each costs more than a small record. */
  const readingNow = (): Reading => {
    if (reading === null) {
      reading = db.transaction(RECORDS)
      // Each record tells by itself whether it could be read.
      reading.done.catch(() => undefined)
      queueMicrotask(() => {
        reading = null
      })
    }
    return reading
  }
  return {
    keys: () =>
      attempt(async () => {
        const keys = await db.getAllKeys(RECORDS)
        return keys.filter((key) => typeof key === 'string')
      }),
    read: (key) => attempt(async (): Promise<unknown> => readingNow().store.get(key)),
    readAll: (prefix) => attempt(() => readAll(db, prefix)),
    write: (changes, how) => attempt(() => write(db, changes, how?.durable ?? false)),
    create: (key, value) => attempt(() => create(db, key, value)),
    close: () => db.close(),
  }
}

/** A timer would wait for four milliseconds after the fifth time. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

/** IndexedDB; null in a browser without it. */
export function indexedDbStore(): StorePort | null {
  if (!('indexedDB' in globalThis)) return null
  return {
    open: (name) => attempt(() => open(name), 'refused'),
    usage: async () => {
      const told = await attempt(() => navigator.storage.estimate())
      return told.ok ? (told.value.usage ?? null) : null
    },
    pause,
  }
}
