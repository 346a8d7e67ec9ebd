import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import { type Bytes, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Database, StoreFailure, StorePort } from '#src/engine/ports.ts'
import { type Connection, connection } from './connection.ts'
import { type HistoryState, oldestIn } from './historyState.ts'
import type { Kept, Wanted } from './kept.ts'
import { loadRecords } from './loadRecords.ts'
import { noticeBoard } from './noticeBoard.ts'
import { recordWriter } from './recordWriter.ts'
import { resumeDrifts } from './resumeDrifts.ts'
import { noteProgress, type Progress, saveJobs } from './saveJobs.ts'
import { noteMissing, type Shelf, shelf } from './shelf.ts'

/** Work on the database that takes longer than this hangs: browsers are known to leave requests unanswered. */
const HANGS_AFTER: DurationMs = minutes(2)

/** The drift test's state is first stored this long after the start, then at every turn of an hour. */
const FIRST_DRIFTS: DurationMs = minutes(10)

/** Keeps what is remembered of a fleet from one session to the next. Nothing here rejects. */
export type HistoryKeeper = {
  /**
   * Adds what is stored to what is remembered. Values may be remembered meanwhile. Resolves when that is done, or cannot be
   * done for now: `save` then tries it again later, and stores nothing before it succeeded.
   */
  load(kept: Kept, wanted: Wanted, now: EpochMs): Promise<void>
  /** To be called about once a minute: stores what is new. While an earlier call is under way it does nothing. */
  save(kept: Kept, now: EpochMs): Promise<void>
  /** Whether hours or days wait to be stored, as after a backfill: `save` may then be called every few seconds. */
  isBehind(): boolean
  state(kept: Kept): HistoryState
  /** Closes the database; what is under way ends as it may. */
  stop(): void
}

/** A database a fleet file: a fleet's can be deleted, be damaged or be given up without touching another's. */
const nameOf = (fleetUrl: string): string => `morning-check history of ${fleetUrl}`

/** What is known of an open database: its keys. */
type Open = { readonly db: Database; readonly known: Shelf }

/**
 * A keeper that has not opened its database yet. `report` is told what a person should know, as it happens. `isAsleep`:
 * whether this worker slept a moment ago, and somebody else may have stored more meanwhile.
 */
export function historyKeeper(
  store: StorePort | null,
  fleetUrl: string,
  report: (notice: HistoryNotice) => void,
  isAsleep: () => boolean = () => false,
): HistoryKeeper {
  const notices = noticeBoard(report)
  const writer = recordWriter(notices)
  const line: Connection | null =
    store === null
      ? null
      : connection(store, nameOf(fleetUrl), (...trouble) => notices.memoryOnly(...trouble))
  const progress: Progress = {
    unwritten: { hours: new Set(), days: new Set() },
    minuteAt: null,
    driftsAt: Infinity,
    dropsFrom: Infinity,
    marksRevision: 0,
    lightsRevision: 0,
  }
  let wanted: Wanted | null = null
  let loaded = false
  let opened: Open | null = null
  let busySince: EpochMs | null = null
  let stored: Bytes | null = null

  const fail = (failure: StoreFailure, now: EpochMs): void => {
    opened = null
    line?.fail(failure, now)
  }

  const open = async (now: EpochMs): Promise<Open | null> => {
    const db = (await line?.open(now)) ?? null
    if (db === null || opened?.db === db) return db === null ? null : opened
    const keys = await db.keys()
    if (!keys.ok) {
      fail(keys.error, now)
      return null
    }
    opened = { db, known: shelf(keys.value) }
    // A database that was deleted meanwhile gets back what is in memory.
    if (loaded) {
      noteMissing(opened.known, now, progress.unwritten)
      progress.minuteAt = null
      progress.driftsAt = now
      progress.marksRevision = -1
      progress.lightsRevision = -1
    }
    return opened
  }

  const loadFrom = async ({ db, known }: Open, store: StorePort, kept: Kept, now: EpochMs): Promise<void> => {
    if (wanted === null) return
    const read = await loadRecords(db, known, kept, wanted, now, store.pause)
    if (!read.ok) return fail(read.error, now)
    const found = read.value
    loaded = true
    await resumeDrifts(kept, found, wanted, now, store.pause)
    noteMissing(known, now, progress.unwritten)
    progress.driftsAt = now + FIRST_DRIFTS
    const remove = [...found.useless.damaged, ...found.useless.otherVersion]
    notices.unusable(found.useless, now)
    const dropped = await writer.write(db, known, { put: new Map(), remove }, now)
    if (!dropped.ok) fail(dropped.error, now)
    stored = await store.usage()
  }

  const saveTo = async ({ db, known }: Open, store: StorePort, kept: Kept, now: EpochMs): Promise<void> => {
    noteProgress(progress, kept, now)
    if (writer.isPaused(now)) return
    const { driftsAt } = progress
    for (const job of saveJobs(kept, known, progress, now, store.pause)) {
      const changes = await job.changes()
      // What is left is written with the next save, if this worker has not lost the lead.
      if (isAsleep()) return
      const written = await writer.write(db, known, changes, now)
      if (!written.ok) return fail(written.error, now)
      if (written.value === 'paused') return
      job.settled()
    }
    line?.settle()
    if (driftsAt !== progress.driftsAt) stored = await store.usage()
  }

  /** One thing at a time. */
  const alone = async (now: EpochMs, work: (on: Open, store: StorePort) => Promise<void>): Promise<void> => {
    if (store === null) return notices.memoryOnly('refused', '', now)
    if (busySince !== null) {
      if (now > busySince + HANGS_AFTER) notices.memoryOnly('hangs', '', now)
      return
    }
    busySince = now
    try {
      const on = await open(now)
      if (on !== null) await work(on, store)
    } catch (error) {
      // A fault of this code must not cost more than the store.
      notices.memoryOnly('fails', String(error), now)
    } finally {
      busySince = null
    }
  }

  return {
    load(kept, want, now) {
      wanted = want
      return alone(now, async (on, store) => {
        if (!loaded) await loadFrom(on, store, kept, now)
      })
    },
    save: (kept, now) =>
      alone(now, async (on, store) => {
        if (!loaded) await loadFrom(on, store, kept, now)
        if (loaded && opened !== null) await saveTo(opened, store, kept, now)
      }),
    isBehind: () => progress.unwritten.hours.size + progress.unwritten.days.size > 0,
    state: ({ histories }) => {
      const { series, bytes, refused } = histories.size()
      return { from: oldestIn(histories), series, memory: bytes, refused, stored, notices: notices.current() }
    },
    stop: () => line?.close(),
  }
}
