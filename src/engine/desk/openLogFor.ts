import type { Ports } from '#src/engine/ports.ts'
import { checkStore } from '#src/engine/ticketLog/checkStore.ts'
import { embeddedLog } from '#src/engine/ticketLog/embeddedLog.ts'
import type { Credentials } from '#src/engine/ticketLog/eventStore.ts'
import { browserHints } from '#src/engine/ticketLog/logHints.ts'
import { natsLog, type NatsLogDeps } from '#src/engine/ticketLog/natsLog.ts'
import type { CheckedLog, OpenLog } from './shelf.ts'

/** What talks to a NATS server comes in a chunk of its own, and only for fleets that name one. */
const load = async () => (await import('#src/engine/ticketLog/natsLine.ts')).openNatsLine

/** The desk looks at the log with every turn. */
const unheard = (): void => undefined

function sharedLog(deps: NatsLogDeps): CheckedLog {
  const log = natsLog(deps, unheard)
  let credentials: Credentials | null = null
  return {
    ...log,
    signIn(as) {
      credentials = as
      log.signIn(as)
    },
    check: () => checkStore({ ...deps, credentials }),
  }
}

/** The log of a fleet's tickets: in this browser, and in the team's engine where the fleet file names one. */
export const openLogFor =
  (fleetUrl: string, ports: Ports): OpenLog =>
  ({ board, nats }) => {
    const hints = ports.store === null ? null : browserHints()
    const place = { store: ports.store, hints, name: `morning-check tickets ${board} ${fleetUrl}` }
    if (nats === null) return { ...embeddedLog(place, unheard), check: async () => [] }
    const engine = { ...nats, url: new URL(nats.url, fleetUrl).href }
    return sharedLog({ place, ports, engine, board, load })
  }
