import { isBeside } from '#src/domain/ticket/natsSubjects.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { engineEvent } from './engineEvent.ts'
import type { EngineMessage } from './engineLine.ts'
import { ENGINE_MEMORY, type EngineMemory, tailOf } from './engineMemory.ts'
import type { LogBook } from './logBook.ts'
import { eventKey } from './logRecord.ts'

export type InboxDeps = {
  readonly book: LogBook
  readonly board: string
  /** What was new, stored or not. */
  readonly news: (events: readonly LoggedEvent[]) => void
  /** A message that is no event. */
  readonly malformed: (subject: string) => void
  /** All that had come was stored; `pending`: so many are still to come. */
  readonly stored: (pending: number) => void
  /** The stream is not the one that was read before. */
  readonly foreign: () => void
}

/** What comes from an engine, on its way into the log. */
export type EngineInbox = { take(message: EngineMessage): void; stop(): void }

/**
 * The first message is the last one that was read before: a server that was killed may have lost its end, and have
 * written other events in its place since. Messages are stored as they come, all that came meanwhile at once, and in the same transaction as up to where the
 * stream was read: what could not be stored is read again some day.
 */
export function engineInbox(memory: EngineMemory, deps: InboxDeps): EngineInbox {
  const { book, board, news, malformed, stored, foreign } = deps
  let waiting: EngineMessage[] = []
  /** Events that there was no room for: shown, and tried again with the next ones. */
  let unsaved: LoggedEvent[] = []
  let isStoring = false
  let isStopped = false
  let isSame = memory.cursor === 0

  const readAll = (messages: readonly EngineMessage[]): LoggedEvent[] =>
    messages.flatMap((message) => {
      if (isBeside(board, message.subject)) return []
      const event = engineEvent(board, message)
      if (event === null) malformed(message.subject)
      return event ?? []
    })

  const storeOnce = async (messages: readonly EngineMessage[]): Promise<void> => {
    const last = messages.at(-1)
    if (last === undefined) return
    const read = readAll(messages)
    const events = [...unsaved, ...read]
    const meta = [ENGINE_MEMORY, { ...memory, cursor: last.seq, tail: tailOf(last) }] as const
    const written = await book.write({ events, from: 'engine', sent: events.map(eventKey), meta })
    unsaved = written.ok ? [] : events
    const fresh = written.ok ? written.value : read
    // What is in the log is told, even where the connection has ended meanwhile.
    if (fresh.length > 0) news(fresh)
    if (!isStopped) stored(last.pending)
  }

  const run = async (): Promise<void> => {
    if (isStoring) return
    isStoring = true
    const messages = waiting
    waiting = []
    await storeOnce(messages)
    isStoring = false
    if (waiting.length > 0 && !isStopped) void run()
  }

  const compare = (message: EngineMessage): void => {
    isSame = message.seq === memory.cursor && tailOf(message) === memory.tail
    if (isSame) stored(message.pending)
    else {
      isStopped = true
      foreign()
    }
  }

  return {
    take(message) {
      if (isStopped) return
      if (!isSame) {
        compare(message)
        return
      }
      waiting.push(message)
      void run()
    },
    stop() {
      isStopped = true
    },
  }
}
