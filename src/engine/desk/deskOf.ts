import { buildFleet } from '#src/domain/fleet/buildFleet.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import { alertmanagerSource } from '#src/engine/sources/alertmanager/alertmanagerSource.ts'
import { type Desk, ticketDesk } from './desk.ts'
import { openLogFor } from './openLogFor.ts'

/**
 * The desk of the fleet that the file at `fleetUrl` describes, with the log and the alerts that it names.
 * `authorization`: of the fleet's Prometheus.
 */
export function deskOf(
  fleetUrl: string,
  ports: Ports,
  authorization: () => string | null,
  tell: (message: ToPage) => void,
): Desk {
  let fleet = buildFleet({ services: [] }, ports.timeZone)
  const alerts = alertmanagerSource({ fleet: () => fleet, fleetUrl, authorization }, ports)
  const desk = ticketDesk({ openLog: openLogFor(fleetUrl, ports), alerts }, ports, tell)
  return {
    ...desk,
    turn(watch) {
      fleet = watch.fleet
      desk.turn(watch)
    },
  }
}
