import { subjectOf } from '#src/domain/ticket/natsSubjects.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { engineEvent } from './engineEvent.ts'
import type { EngineLine, LineFault } from './engineLine.ts'
import type { LogBook } from './logBook.ts'
import { recordOf } from './logRecord.ts'

/** So many messages wait for their acknowledgement at once. */
const IN_FLIGHT = 16

export type OutboxDeps = {
  readonly book: LogBook
  readonly board: string
  readonly line: EngineLine
  readonly now: () => EpochMs
  /** The engine's version of an event differs from the one that was offered. */
  readonly news: (events: readonly LoggedEvent[]) => void
  /** It was accepted, just now or long ago. */
  readonly accepted: (key: string) => void
  /** It was written just now, between two moments of this clock. */
  readonly written: (key: string, asked: EpochMs, answered: EpochMs) => void
  /** What was accepted meanwhile is no longer in the log's outbox. */
  readonly saved: () => void
  /** Something was not; it stays in the log's outbox. */
  readonly refused: (event: LoggedEvent, fault: LineFault) => void
}

/** What is offered to an engine over one connection. */
export type EngineOutbox = {
  /** Offers events, by key; but for those that it has, or that are on their way. */
  offer(keys: Iterable<string>): void
  stop(): void
}

/** Offers events a few at a time. Each has a subject that takes one message: offering again is no harm. */
export function engineOutbox({ book, board, line, now, ...on }: OutboxDeps): EngineOutbox {
  const queue = new Set<string>()
  /** What was offered over this connection, but for what was refused. */
  const offered = new Set<string>()
  let delivered: string[] = []
  let isSaving = false
  let isStopped = false

  /** All that were accepted meanwhile are taken out of the outbox at once. */
  const save = async (key: string): Promise<void> => {
    delivered.push(key)
    if (isSaving) return
    isSaving = true
    while (delivered.length > 0) {
      const sent = delivered
      delivered = []
      // oxlint-disable-next-line no-await-in-loop
      await book.write({ from: 'engine', sent })
      on.saved()
    }
    isSaving = false
  }

  /** Somebody else, or an earlier try of this browser, wrote it first: what the engine has counts. */
  const takeOver = async (key: string, subject: string): Promise<void> => {
    const stored = await line.stored(subject)
    const event = stored.ok && stored.value !== null ? engineEvent(board, stored.value) : null
    if (event === null) return
    const written = await book.write({ events: [event], from: 'engine', sent: [key] })
    if (written.ok && written.value.length > 0) on.news(written.value)
  }

  const send = async (key: string, event: LoggedEvent, subject: string): Promise<void> => {
    const asked = now()
    const published = await line.publish(subject, JSON.stringify(recordOf(event)))
    if (isStopped && published.kind !== 'stored') return
    if (published.kind !== 'stored' && published.kind !== 'there') {
      offered.delete(key)
      on.refused(event, published)
      return
    }
    if (published.kind === 'stored') on.written(key, asked, now())
    else if (event.srv === undefined) await takeOver(key, subject)
    on.accepted(key)
    await save(key)
  }

  const next = (): readonly [string, LoggedEvent, string] | null => {
    if (isStopped) return null
    for (const key of queue) {
      queue.delete(key)
      const event = book.events.get(key)
      const subject = event === undefined ? null : subjectOf(board, event)
      if (event !== undefined && subject !== null && !offered.has(key)) return [key, event, subject]
    }
    return null
  }

  let lanes = 0
  const lane = async (): Promise<void> => {
    lanes++
    for (let one = next(); one !== null; one = next()) {
      const [key] = one
      offered.add(key)
      // oxlint-disable-next-line no-await-in-loop
      await send(...one)
    }
    lanes--
  }

  return {
    offer(keys) {
      for (const key of keys) queue.add(key)
      for (let more = Math.min(IN_FLIGHT - lanes, queue.size); more > 0; more--) void lane()
    },
    stop() {
      isStopped = true
    },
  }
}
