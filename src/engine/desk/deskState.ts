import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { dutyAt } from '#src/domain/rota/dutyAt.ts'
import { hypercareExit } from '#src/domain/ticket/hypercareExit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { AlertmanagerState, DeskState } from '#src/engine/deskProtocol.ts'
import type { Shelf } from './shelf.ts'

const distinct = (names: readonly (string | null)[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== null))].toSorted((a, b) => a.localeCompare(b, 'en'))

/** Everything of the board that is not a ticket, as it stands at `now`. */
export function deskState(
  { tickets, rota, services }: Fleet,
  { log, book }: Shelf,
  alertmanager: AlertmanagerState | null,
  now: EpochMs,
): DeskState {
  const status = log.status()
  return {
    board: tickets.board,
    log: status,
    offset: status.skew ?? 0,
    alertmanager,
    automatic: tickets.automatic,
    duty: rota === null ? null : dutyAt(rota, now),
    people: distinct([...tickets.people.map(({ name }) => name), ...(rota?.people ?? [])]),
    projects: distinct([...tickets.projects, ...services.map((service) => service.tickets.project)]),
    hypercare: tickets.hypercare
      .filter(({ from, to }) => from <= now && now < to)
      .map((agreed) => ({
        of: agreed.service ?? agreed.team ?? '',
        to: agreed.to,
        reason: agreed.reason,
        exit: hypercareExit(agreed, services, [...book.all().values()], now),
      })),
    known: book.all().size,
  }
}
