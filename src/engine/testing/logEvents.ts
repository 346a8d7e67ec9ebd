import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { LogHint, LogHints } from '#src/engine/ticketLog/logHints.ts'

/** When the tests of the log begin, where nothing depends on the time. */
export const LOG_BEGAN: EpochMs = Date.UTC(2026, 10, 20, 8)

/** A comment: an event that needs no other one. Its id follows from its number. */
export const comment = (ticket: string, actor: string, n: number, at = LOG_BEGAN): TicketEvent => ({
  v: 1,
  id: `${actor}${String(n).padStart(6, '0')}`,
  ticket,
  actor,
  at,
  kind: 'commented',
  data: { text: `${n}` },
})

/** The hints of one browser: each worker hears what the others say, a moment later. */
export function handHints(): LogHints {
  const ends = new Map<string, Set<(hint: LogHint) => void>>()
  return (name, hear) => {
    const all = ends.get(name) ?? new Set()
    ends.set(name, all)
    all.add(hear)
    return {
      say: (hint) => {
        for (const other of all) if (other !== hear) queueMicrotask(() => other(structuredClone(hint)))
      },
      close: () => {
        all.delete(hear)
      },
    }
  }
}
