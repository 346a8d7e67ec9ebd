import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { automation } from '#src/domain/ticket/automation.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { AlertSource } from '#src/engine/sources/alertmanager/alertSource.ts'
import { externalAcks } from '#src/domain/ticket/externalAcks.ts'
import type { Shelf } from './shelf.ts'

/** What happens to tickets by itself: opened and resolved by what is seen, acknowledged by silences made elsewhere. */
export function automaticEvents(
  fleet: Fleet,
  { book, log }: Shelf,
  alerts: AlertSource,
  alarms: readonly Alarm[],
  now: EpochMs,
): readonly TicketEvent[] {
  // Who may not write would only pile up what nobody gets.
  if (!log.status().automatic) return []
  const tickets = book.all()
  const acknowledged = externalAcks(tickets, alerts.acknowledgements())
  const done = automation({ tickets, alarms, fleet, now })
  return [...done, ...acknowledged]
}
