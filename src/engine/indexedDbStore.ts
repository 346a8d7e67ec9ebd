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

async function write(db: IDBPDatabase, { put, remove }: StoreChanges): Promise<null> {
  // A cache may lose its last second when the power goes; waiting for the disk costs twice as much.
  const transaction = db.transaction(RECORDS, 'readwrite', { durability: 'relaxed' })
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
    write: (changes) => attempt(() => write(db, changes)),
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
