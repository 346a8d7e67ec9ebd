import { err, ok, type Result } from '#src/domain/result.ts'
import { comparePreference } from '#src/domain/ticket/eventOrder.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { Database, StoreFailure, StorePort } from '#src/engine/ports.ts'
import type { Claim } from './eventStore.ts'
import type { LogHint, LogHints } from './logHints.ts'
import { CLAIMS, EVENTS, eventKey, META, OUTBOX, recordOf, saysTheSame } from './logRecord.ts'
import { memoryDatabase } from './memoryDatabase.ts'

/** What is to be written at once: all of it, or nothing. Keys are those of `eventKey`. */
export type LogChange = {
  readonly events?: readonly LoggedEvent[]
  /** Of an event that is there already: what the engine had first replaces it, anything else is left out. */
  readonly from: 'engine' | 'browser'
  /** Whether what is new in it has to be offered to an engine. */
  readonly offer?: boolean
  /** Known events that have to be offered to an engine again, and those that need not be any more. */
  readonly queued?: readonly string[]
  readonly sent?: readonly string[]
  readonly meta?: readonly [string, unknown]
}

/** The log as this browser has it: in its database, and all of its events in memory. */
export type LogBook = {
  /** Reads everything; `hear` gets what other workers of this browser wrote afterwards. */
  open(hear: (events: readonly LoggedEvent[]) => void): Promise<readonly LoggedEvent[]>
  readonly kind: () => 'memory' | 'embedded'
  readonly events: ReadonlyMap<string, LoggedEvent>
  /** Keys of what the engine has not accepted yet. */
  readonly outbox: ReadonlySet<string>
  /** Answers, once it is stored, with what is new. What people wrote is on the disk then. */
  write(change: LogChange): Promise<Result<readonly LoggedEvent[], StoreFailure>>
  meta(name: string): Promise<unknown>
  /** The first of all workers of this browser wins. */
  claim(key: string): Promise<Claim>
  /** Why the last write failed, or why nothing can be stored at all. */
  readonly failure: () => StoreFailure | null
  /** Records that could not be read: they are left as they are. */
  readonly skipped: () => number
  close(): void
}

export type LogPlace = {
  readonly store: StorePort | null
  readonly hints: LogHints | null
  /** Of the database and of the channel. */
  readonly name: string
}

const NO_STORE: StoreFailure = { kind: 'refused', detail: '' }
/** So many events of another worker are read at once. */
const SLICE = 500

/** A change as it lies in the database. */
const recordsOf = (
  news: ReadonlyMap<string, LoggedEvent>,
  queued: readonly string[],
  { meta }: LogChange,
) => {
  const records = new Map<string, unknown>()
  for (const [key, event] of news) records.set(EVENTS + key, recordOf(event))
  for (const key of queued) records.set(OUTBOX + key, true)
  if (meta !== undefined) records.set(META + meta[0], meta[1])
  return records
}

/** A log that is not open yet. All of its writes wait for each other. */
export function logBook({ store, hints, name }: LogPlace): LogBook {
  const events = new Map<string, LoggedEvent>()
  const outbox = new Set<string>()
  const damaged = new Set<string>()
  let db: Database = memoryDatabase()
  let kind: 'memory' | 'embedded' = 'memory'
  let failure: StoreFailure | null = null
  let others: ReturnType<LogHints> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = turn.then(work)
    turn = run
    return run
  }

  const parsed = (key: string, record: unknown): LoggedEvent | null => {
    const read = parseEvent(record)
    // A record under a key that is not its own is as good as none.
    if (read.ok && eventKey(read.value) === key) return read.value
    damaged.add(key)
    return null
  }

  /** Takes in records; answers with what is new. */
  const learn = (records: readonly (readonly [string, unknown])[]): LoggedEvent[] =>
    records.flatMap(([key, record]) => {
      const event = parsed(key, record)
      const known = events.get(key)
      if (event === null || (known !== undefined && saysTheSame(known, event))) return []
      events.set(key, event)
      return [event]
    })

  const load = async (): Promise<Result<null, StoreFailure>> => {
    const [stored, waiting] = await Promise.all([db.readAll(EVENTS), db.readAll(OUTBOX)])
    if (!stored.ok) return stored
    if (!waiting.ok) return waiting
    learn(stored.value.map(([key, record]) => [key.slice(EVENTS.length), record] as const))
    for (const [key] of waiting.value) outbox.add(key.slice(OUTBOX.length))
    return ok(null)
  }

  const openStore = async (): Promise<Result<null, StoreFailure>> => {
    if (store === null) return err(NO_STORE)
    const opened = await store.open(name)
    if (!opened.ok) return opened
    db = opened.value
    return load()
  }

  const hear = async (keys: LogHint): Promise<LoggedEvent[]> => {
    const news: LoggedEvent[] = []
    for (let at = 0; at < keys.length; at += SLICE) {
      const slice = keys.slice(at, at + SLICE)
      // oxlint-disable-next-line no-await-in-loop
      const read = await Promise.all(
        slice.map(async (key) => [key, await db.read(EVENTS + key), await db.read(OUTBOX + key)] as const),
      )
      for (const [key, record, waits] of read) {
        if (record.ok && record.value !== undefined) news.push(...learn([[key, record.value]]))
        if (waits.ok && waits.value === undefined) outbox.delete(key)
        else if (waits.ok) outbox.add(key)
      }
    }
    return news
  }

  /** What is to be written of a change, now that it is its turn. */
  const fresh = ({ events: written = [], from }: LogChange): LoggedEvent[] =>
    written.filter((event) => {
      const known = events.get(eventKey(event))
      return known === undefined || (from === 'engine' && comparePreference(event, known) < 0)
    })

  const put = async (records: ReadonlyMap<string, unknown>, remove: readonly string[], durable: boolean) => {
    const written = await db.write({ put: records, remove }, { durable })
    if (written.ok || written.error.kind !== 'lost' || store === null || closed) return written
    // It was deleted, or closed for somebody who wanted to: what is known here is not lost with it.
    const again = await store.open(name)
    if (!again.ok) return again
    db = again.value
    const all = new Map<string, unknown>()
    for (const [key, event] of events) all.set(EVENTS + key, recordOf(event))
    for (const key of outbox) all.set(OUTBOX + key, true)
    return db.write({ put: new Map([...all, ...records]), remove }, { durable })
  }

  /** Takes what was written into memory, and tells the other workers of it. */
  const adopt = (
    news: ReadonlyMap<string, LoggedEvent>,
    queued: readonly string[],
    sent: readonly string[],
  ): void => {
    for (const [key, event] of news) events.set(key, event)
    for (const key of queued) outbox.add(key)
    for (const key of sent) outbox.delete(key)
    const changed = [...new Set([...news.keys(), ...sent])]
    if (changed.length > 0) others?.say(changed)
  }

  const write = async (change: LogChange): Promise<Result<readonly LoggedEvent[], StoreFailure>> => {
    const news = new Map(fresh(change).map((event) => [eventKey(event), event] as const))
    const queued = [...(change.queued ?? []), ...(change.offer ? news.keys() : [])]
    const sent = (change.sent ?? []).filter((key) => outbox.has(key))
    const records = recordsOf(news, queued, change)
    if (records.size === 0 && sent.length === 0) return ok([])
    const remove = sent.map((key) => OUTBOX + key)
    const written = await put(records, remove, change.from === 'browser')
    if (kind === 'embedded') failure = written.ok ? null : written.error
    if (!written.ok) return written
    adopt(news, queued, sent)
    return ok([...news.values()])
  }

  return {
    kind: () => kind,
    events,
    outbox,
    failure: () => failure,
    skipped: () => damaged.size,
    write: (change) => inTurn(() => write(change)),
    open: (listen) => {
      if (hints !== null && store !== null) {
        // Before anything is read, so that nothing is written in between.
        others = hints(name, (keys) => {
          void inTurn(async () => {
            const news = await hear(keys)
            if (news.length > 0) listen(news)
          })
        })
      }
      return inTurn(async () => {
        const opened = await openStore()
        if (opened.ok) kind = 'embedded'
        else {
          failure = opened.error
          db = memoryDatabase()
        }
        return [...events.values()]
      })
    },
    async meta(of) {
      const read = await db.read(META + of)
      return read.ok ? read.value : undefined
    },
    claim: (key) =>
      inTurn(async () => {
        const made = await db.create(CLAIMS + key, true)
        if (!made.ok) return 'offline'
        return made.value ? 'won' : 'lost'
      }),
    close() {
      closed = true
      others?.close()
      others = null
      db.close()
    },
  }
}
