import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A ticket that is opened so soon after a moment is likely to be about it. */
const SOON: DurationMs = minutes(30)

/** The tickets of a service, or that it joined, which were open at a moment, or were opened within half an hour after it. */
export const ticketsThen = (
  service: string,
  at: EpochMs,
  rows: ReadonlyMap<string, TicketRow>,
): readonly TicketRow[] =>
  [...rows.values()]
    .filter((row) => row.service === service || row.affected.includes(service))
    .filter(({ openedAt, resolvedAt }) => openedAt <= at + SOON && (resolvedAt ?? Infinity) > at)
    .toSorted((a, b) => a.openedAt - b.openedAt)
