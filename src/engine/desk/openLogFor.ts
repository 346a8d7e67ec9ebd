import type { Ports } from '#src/engine/ports.ts'
import { embeddedLog } from '#src/engine/ticketLog/embeddedLog.ts'
import { browserHints } from '#src/engine/ticketLog/logHints.ts'
import { natsLog } from '#src/engine/ticketLog/natsLog.ts'
import type { OpenLog } from './shelf.ts'

/** What talks to a NATS server comes in a chunk of its own, and only for fleets that name one. */
const load = async () => (await import('#src/engine/ticketLog/natsLine.ts')).openNatsLine

/** The log of a fleet's tickets: in this browser, and in the team's engine where the fleet file names one. */
export const openLogFor =
  (fleetUrl: string, ports: Ports): OpenLog =>
  ({ board, nats }) => {
    const place = {
      store: ports.store,
      hints: ports.store === null ? null : browserHints(),
      name: `morning-check tickets ${board} ${fleetUrl}`,
    }
    if (nats === null) return embeddedLog(place, () => undefined)
    const engine = { ...nats, url: new URL(nats.url, fleetUrl).href }
    return natsLog({ place, ports, engine, board, load }, () => undefined)
  }
