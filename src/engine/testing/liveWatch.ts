import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type FleetWatcher, fleetWatcher } from '#src/engine/watch/fleetWatcher.ts'
import { answersJson, loopbackServer } from './loopbackServer.ts'
import { nodePorts } from './nodePorts.ts'
import { EMPTY_VIEW, heard, type PageView } from './watchRig.ts'

/** A watcher that watches real servers in real time. */
export type LiveWatch = {
  readonly watcher: FleetWatcher
  readonly page: () => PageView
  /** Every view that the page had so far. */
  readonly views: readonly PageView[]
  /** Waits until the page shows something; after `atMost` ms it fails, saying what the page shows instead. */
  until(what: string, shows: (view: PageView) => boolean, atMost?: number): Promise<void>
  stop(): Promise<void>
}

type Waiting = { readonly shows: (view: PageView) => boolean; readonly met: () => void }

/** Serves `file` from a home of its own and watches what it describes. */
export async function liveWatch(file: FleetFile): Promise<LiveWatch> {
  const home = await loopbackServer(answersJson(file))
  const views: PageView[] = []
  const waiting = new Set<Waiting>()
  const page = (): PageView => views.at(-1) ?? EMPTY_VIEW
  const watcher = fleetWatcher(`${home.url}/fleet.json`, nodePorts, (message) => {
    views.push(heard(page(), message))
    for (const one of waiting) if (one.shows(page())) one.met()
  })

  const shown = (): string =>
    JSON.stringify([...page().rows.values()].map(({ name, light, reasons }) => ({ name, light, reasons })))

  return {
    watcher,
    page,
    views,
    until: (what, shows, atMost = 15_000) =>
      new Promise((resolve, reject) => {
        if (shows(page())) return resolve()
        const timer = setTimeout(() => {
          reject(new Error(`not within ${atMost} ms: ${what}. Shown: ${shown()}`))
        }, atMost)
        const one: Waiting = {
          shows,
          met: () => {
            clearTimeout(timer)
            waiting.delete(one)
            resolve()
          },
        }
        waiting.add(one)
      }),
    stop: async () => {
      watcher.stop()
      await home.stop()
    },
  }
}
