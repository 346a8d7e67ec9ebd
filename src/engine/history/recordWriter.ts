import { ok, type Result } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Database, StoreChanges, StoreFailure } from '#src/engine/ports.ts'
import type { NoticeBoard } from './noticeBoard.ts'
import { recordsToGiveUp, type Shelf } from './shelf.ts'

const FIRST_PAUSE: DurationMs = minutes(10)
const LAST_PAUSE: DurationMs = hours(6)

/** Writes, and makes room where there is none. */
export type RecordWriter = {
  /** Nothing is to be written now: the disk is full, and has been since the last time. */
  isPaused(now: EpochMs): boolean
  /**
   * Writes all of it. Where there is no room, the oldest fine records go, or where there are none the oldest coarse ones,
   * and it is tried once more. Answers `paused` where that was in vain too.
   */
  write(
    db: Database,
    known: Shelf,
    changes: StoreChanges,
    now: EpochMs,
  ): Promise<Result<'stored' | 'paused', StoreFailure>>
}

async function writeOnce(
  db: Database,
  known: Shelf,
  changes: StoreChanges,
): Promise<Result<null, StoreFailure>> {
  const written = await db.write(changes)
  if (!written.ok) return written
  known.remove(changes.remove)
  known.put(changes.put.keys())
  return written
}

async function makeRoom(db: Database, known: Shelf): Promise<{ hours: number; days: number }> {
  const { kind, times, keys } = recordsToGiveUp(known)
  const freed = await writeOnce(db, known, { put: new Map(), remove: keys })
  const gone = freed.ok ? times : 0
  return { hours: kind === 'hour' ? gone : 0, days: kind === 'day' ? gone : 0 }
}

/** A writer that met no full disk yet. */
export function recordWriter(notices: NoticeBoard): RecordWriter {
  let wait = FIRST_PAUSE
  let pausedUntil = -Infinity

  return {
    isPaused: (now) => now < pausedUntil && now >= pausedUntil - LAST_PAUSE,
    async write(db, known, changes, now) {
      if (changes.put.size + changes.remove.length === 0) return ok('stored')
      const first = await writeOnce(db, known, changes)
      if (!first.ok && first.error.kind !== 'quota') return first
      if (!first.ok) {
        const given = await makeRoom(db, known)
        const second = await writeOnce(db, known, changes)
        if (!second.ok && second.error.kind !== 'quota') return second
        notices.storageFull({ ...given, paused: !second.ok }, now)
        if (!second.ok) {
          pausedUntil = now + wait
          wait = Math.min(2 * wait, LAST_PAUSE)
          return ok('paused')
        }
      }
      if (changes.put.size > 0) {
        wait = FIRST_PAUSE
        notices.storedAgain(now)
      }
      return ok('stored')
    },
  }
}
