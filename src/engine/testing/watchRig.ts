import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { FleetFileState, ToPage } from '#src/engine/protocol.ts'
import { type FleetWatcher, fleetWatcher } from '#src/engine/watch/fleetWatcher.ts'
import { HOME } from './fleetOf.ts'
import { type HandPorts, handPorts } from './handPorts.ts'
import { type Reply, saysJson } from './reply.ts'

/** What a page knows that has heard every message. */
export type PageView = {
  readonly rows: ReadonlyMap<string, ServiceRow>
  readonly strip: FleetStrip | null
  readonly file: FleetFileState | null
}

export const EMPTY_VIEW: PageView = { rows: new Map(), strip: null, file: null }

/** Takes one message in, as a page does. */
export function heard(view: PageView, message: ToPage): PageView {
  switch (message.kind) {
    case 'digest': {
      const rows = new Map(message.full ? [] : view.rows)
      for (const name of message.gone) rows.delete(name)
      for (const row of message.rows) rows.set(row.name, row)
      return { ...view, rows, strip: message.strip }
    }
    case 'fleet-file':
      return { ...view, file: message.state }
    case 'past':
    case 'board':
    case 'beaten':
    case 'answer':
    case 'beat':
      return view
  }
}

/** A watcher in a hand-made world, and everything that it said. */
export type WatchRig = {
  readonly ports: HandPorts
  readonly watcher: FleetWatcher
  readonly said: { readonly at: DurationMs; readonly message: ToPage; readonly view: PageView }[]
  /** The page as it is now. */
  readonly page: () => PageView
  /** Writes the fleet file anew. */
  readonly write: (file: FleetFile) => void
  /** A service's light now; null while the page has not heard of it. */
  readonly light: (service: string) => Light | null
  /** Every light that a service ever had on the page, in order and without repetition. */
  readonly lights: (service: string) => Light[]
}

/** Begins to watch the fleet that the file at `HOME` describes, or what else is there. The pods are the test's. */
export function watchRig(home: FleetFile | Reply): WatchRig {
  const ports = handPorts()
  const said: WatchRig['said'] = []
  const page = (): PageView => said.at(-1)?.view ?? EMPTY_VIEW
  const write = (content: FleetFile): void => ports.network.on(HOME, saysJson(content))
  if ('kind' in home) ports.network.on(HOME, home)
  else write(home)
  const watcher = fleetWatcher(HOME, ports, (message) =>
    said.push({ at: ports.monotonic(), message, view: heard(page(), message) }),
  )
  return {
    ports,
    watcher,
    said,
    page,
    write,
    light: (service) => page().rows.get(service)?.light ?? null,
    lights: (service) => {
      const all = said.flatMap(({ view }) => view.rows.get(service)?.light ?? [])
      return all.filter((light, i) => light !== all[i - 1])
    },
  }
}
