import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Graveyard } from '#src/domain/tombstone/graveyard.ts'
import { connection } from '#src/engine/history/connection.ts'
import { napGuard } from '#src/engine/history/napGuard.ts'
import type { Database, Ports, StoreChanges, StoreFailure } from '#src/engine/ports.ts'

/*
 * What lies in its database, by key: `j/<service>` the moments of a service, `f/<service>` what is known of it from
 * elsewhere, `t/<service>` its stones, `s` when anybody watched. What is watched is never stored without how it stood: both
 * go into one transaction, as of one moment.
 */

/** Goes up with the layout of any of them: a build that cannot read them must not write over them. */
const FORMAT = 1

const MOMENTS = 'j/'
const FILLED = 'f/'
const STONES = 't/'
const SEEN = 's'

/** What is news waits for so long: what changes together is written together. */
const WRITTEN_AFTER: DurationMs = seconds(5)

/** How much of "somebody watches" a reload may cost: less than counts as a gap. */
const SEEN_EVERY: DurationMs = seconds(20)

/** Whoever asks is not kept waiting by a database that does not open. */
const WAITS_AT_MOST: DurationMs = seconds(10)

/** What outlives the worker of verdicts and of pods that are gone. */
export type DrillStore = {
  /** To be called with every turn of the watch: reads what is stored, then writes what is new, a while later. */
  turn(): void
  /** Writes what is new at once, or as soon as what is stored was read. */
  saveNow(): void
  /** Once what is stored was read, or could not be, or has not come within ten seconds. */
  whenRead(): Promise<void>
  /** Writes nothing more: whoever took the lead over has a newer account. */
  stop(): void
}

/** What is kept, in memory. */
type Kept = { readonly journal: VerdictJournal; readonly graveyard: Graveyard }

const nothing: DrillStore = {
  turn: () => undefined,
  saveNow: () => undefined,
  whenRead: () => Promise.resolve(),
  stop: () => undefined,
}

function loadInto({ journal, graveyard }: Kept, records: readonly (readonly [string, unknown])[]): void {
  const prefixed = (prefix: string) =>
    records.flatMap(([key, value]) =>
      key.startsWith(prefix) && key !== SEEN ? [[key.slice(prefix.length), value] as const] : [],
    )
  // When anybody watched says which moments follow each other: it comes first.
  for (const [key, value] of records) if (key === SEEN) journal.loadSeen(value)
  for (const [service, value] of prefixed(MOMENTS)) journal.load(service, value)
  for (const [service, value] of prefixed(FILLED)) journal.elsewhere.load(service, value)
  for (const [service, value] of prefixed(STONES)) graveyard.load(service, value)
}

function changesOf({ journal, graveyard }: Kept, keys: readonly string[]): StoreChanges {
  const put = new Map<string, unknown>([[SEEN, journal.saveSeen()]])
  const remove: string[] = []
  for (const key of keys) {
    const book = key.startsWith(MOMENTS) ? journal : key.startsWith(FILLED) ? journal.elsewhere : graveyard
    const value = book.save(key.slice(MOMENTS.length))
    if (value === null) remove.push(key)
    else put.set(key, value)
  }
  return { put, remove }
}

/**
 * Keeps a journal and a graveyard in a database of their own. Where that cannot be had they are kept in memory alone, and
 * it is tried again: the watch goes on in any case.
 */
export function drillStore(fleetUrl: string, ports: Ports, kept: Kept): DrillStore {
  if (ports.store === null) return nothing
  const line = connection(ports.store, `morning-check journal ${FORMAT} of ${fleetUrl}`, () => undefined)
  /** Keys to be written, and those that are known to be there. */
  const pending = new Set<string>()
  const stored = new Set<string>()
  let isLoaded = false
  let busy = false
  let loadAt: DurationMs = 0
  let writeAt: DurationMs = Infinity
  let seenAt: DurationMs = ports.monotonic()
  /** It was to be written while something else was under way. */
  let isWanted = false
  let stopped = false
  const naps = napGuard(ports.monotonic)
  const begunAt = ports.monotonic()
  const waiting: (() => void)[] = []
  let isRead = false

  const settleRead = (): void => {
    isRead = true
    for (const go of waiting.splice(0)) go()
  }
  const takeTouched = (): void => {
    for (const service of kept.journal.takeTouched()) pending.add(MOMENTS + service)
    for (const service of kept.journal.elsewhere.takeTouched()) pending.add(FILLED + service)
    for (const service of kept.graveyard.takeTouched()) pending.add(STONES + service)
    if (pending.size > 0) writeAt = Math.min(writeAt, ports.monotonic() + WRITTEN_AFTER)
  }
  const later = (): void => {
    loadAt = writeAt = ports.monotonic() + WRITTEN_AFTER
  }
  /** The database may be another one next time, and an empty one. */
  const fail = (failure: StoreFailure): void => {
    line.fail(failure, ports.now())
    for (const key of stored) pending.add(key)
    later()
  }
  const load = async (db: Database): Promise<void> => {
    const read = await db.readAll('')
    if (stopped) return
    if (!read.ok) return fail(read.error)
    takeTouched()
    loadInto(kept, read.value)
    // What was only read need not be written again.
    kept.journal.takeTouched()
    kept.journal.elsewhere.takeTouched()
    kept.graveyard.takeTouched()
    for (const [key] of read.value) if (key !== SEEN) stored.add(key)
    isLoaded = true
  }
  const save = async (db: Database): Promise<void> => {
    if (stopped) return
    // When anybody watched is told as of now: how it stood has to be, too.
    takeTouched()
    const keys = [...pending]
    const changes = changesOf(kept, keys)
    pending.clear()
    writeAt = Infinity
    seenAt = ports.monotonic()
    const written = await db.write(changes)
    if (!written.ok) {
      for (const key of keys) pending.add(key)
      return fail(written.error)
    }
    line.settle()
    for (const key of keys) stored.add(key)
    for (const key of changes.remove) stored.delete(key)
  }
  const work = async (): Promise<void> => {
    busy = true
    const db = await line.open(ports.now())
    if (db !== null) await (isLoaded ? save(db) : load(db))
    else later()
    busy = false
    settleRead()
    if (stopped) return line.close()
    if (!isWanted || !isLoaded || naps.isNap()) return
    isWanted = false
    void work()
  }

  return {
    turn() {
      takeTouched()
      const now = ports.monotonic()
      const isAsleep = naps.turn()
      const isDue = isLoaded ? now >= writeAt || now - seenAt >= SEEN_EVERY : now >= loadAt
      if (isDue && !busy && !(isLoaded && isAsleep)) void work()
      if (!isRead && now - begunAt >= WAITS_AT_MOST) settleRead()
    },
    saveNow() {
      takeTouched()
      if (naps.isNap()) return
      if (isLoaded && !busy) void work()
      else isWanted = true
    },
    whenRead: () =>
      isRead
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve)
          }),
    stop() {
      stopped = true
      settleRead()
      if (!busy) line.close()
    },
  }
}
