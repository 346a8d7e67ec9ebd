import type { StoreTrouble } from '#src/domain/series/historyNotice.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Database, StoreFailure, StorePort } from '#src/engine/ports.ts'

const FIRST_RETRY: DurationMs = minutes(1)
const LAST_RETRY: DurationMs = minutes(30)

/** A database that may come and go. */
export type Connection = {
  /**
   * The database, opened if need be; null where that fails, and until it is time to try again: after a minute, each time
   * in vain after twice as long, up to half an hour.
   */
  open(now: EpochMs): Promise<Database | null>
  /** Something that was asked of the database failed: it is opened anew, when it is time to try. */
  fail(failure: StoreFailure, now: EpochMs): void
  /** All went well: the next failure is the first. */
  settle(): void
  close(): void
}

const troubleOf = ({ kind }: StoreFailure): StoreTrouble => (kind === 'quota' ? 'fails' : kind)

/** A connection that is not open. `trouble` is told each failure. */
export function connection(
  store: StorePort,
  name: string,
  trouble: (why: StoreTrouble, detail: string, now: EpochMs) => void,
): Connection {
  let db: Database | null = null
  let wait = FIRST_RETRY
  let retryAt = -Infinity

  const fail = (failure: StoreFailure, now: EpochMs): void => {
    db?.close()
    db = null
    retryAt = now + wait
    wait = Math.min(2 * wait, LAST_RETRY)
    trouble(troubleOf(failure), failure.detail, now)
  }

  return {
    fail,
    async open(now) {
      // A clock that was set back must not keep it waiting for longer than it ever would.
      if (db !== null || (now < retryAt && now >= retryAt - LAST_RETRY)) return db
      const opened = await store.open(name)
      if (opened.ok) db = opened.value
      else fail(opened.error, now)
      return db
    },
    settle() {
      wait = FIRST_RETRY
    },
    close() {
      db?.close()
      db = null
    },
  }
}
