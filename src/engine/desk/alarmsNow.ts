import type { Alarm } from '#src/domain/alert/alarm.ts'
import { alarmsOfRows } from '#src/domain/alert/alarmsOfRows.ts'
import { heedMaintenance } from '#src/domain/alert/heedMaintenance.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketBook } from '#src/domain/ticket/ticketBook.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { allRows, type Watch } from '#src/domain/watch/watch.ts'
import type { AlertSource, ExpectedSignal } from '#src/engine/sources/alertmanager/alertSource.ts'

const NOTHING: readonly ExpectedSignal[] = []

/** The signals of open tickets, made once for each state of the board: a source of alerts knows them by identity. */
const madeOf = new WeakMap<ReadonlyMap<string, Ticket>, readonly ExpectedSignal[]>()

function expectedBy(board: ReadonlyMap<string, Ticket>): readonly ExpectedSignal[] {
  const known = madeOf.get(board)
  if (known !== undefined) return known
  const open = [...board.values()].filter(
    ({ resolution, mergedInto }) => resolution === null && mergedInto === null,
  )
  const signals = open.flatMap(({ signals: own }) => own)
  const expected = signals.length === 0 ? NOTHING : signals
  madeOf.set(board, expected)
  return expected
}

/**
 * Everything that opens tickets by itself, as it stands now: verdicts on services, and alerts. `now` is of the shared
 * clock, which is this browser's and `offset`.
 */
export const alarmsNow = (
  watch: Watch,
  alerts: AlertSource,
  book: TicketBook,
  now: EpochMs,
  offset: number,
): readonly Alarm[] => {
  const checks = alarmsOfRows(allRows(watch), watch.fleet, now - offset, {
    offset,
    remembered: (service) => watch.memory.lights.changes(service).at(-1) ?? null,
  })
  return heedMaintenance([...checks, ...alerts.alarms(now, expectedBy(book.all()))], watch.fleet, now)
}
