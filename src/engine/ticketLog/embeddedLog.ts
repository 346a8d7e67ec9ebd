import { ok } from '#src/domain/result.ts'
import type { EventStore, LogListener } from './eventStore.ts'
import { logBook, type LogPlace } from './logBook.ts'

/**
 * The log in this browser alone: in its database, or in memory where there is none. All workers of the browser that
 * open the same name keep one log. `changed` is called whenever its status is another.
 */
export function embeddedLog(place: LogPlace, changed: () => void): EventStore {
  const book = logBook(place)
  let listen: LogListener | null = null

  const write: EventStore['add'] = async (events) => {
    const before = book.failure()
    const written = await book.write({ events, from: 'browser' })
    if (book.failure() !== before) changed()
    if (!written.ok) return written
    if (written.value.length > 0) listen?.(written.value)
    return ok(written.value.length)
  }

  return {
    open: (heard) => {
      listen = heard
      return book.open((events) => listen?.(events))
    },
    async append(events) {
      const written = await write(events)
      return written.ok ? ok(null) : written
    },
    add: write,
    claim: (key) => book.claim(key),
    isSent: () => true,
    signIn: () => undefined,
    stop: () => book.close(),
    status() {
      const failure = book.failure()
      return {
        kind: book.kind(),
        online: true,
        pending: 0,
        lastSyncAt: null,
        skew: null,
        user: null,
        readOnly: false,
        automatic: true,
        fault: failure === null ? null : { kind: 'store', failure },
        skipped: book.skipped(),
      }
    },
  }
}
