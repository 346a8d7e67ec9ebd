import type { Ports } from '#src/engine/ports.ts'
import type { ToPage, ToWorker } from '#src/engine/protocol.ts'
import { type FleetWatcher, fleetWatcher } from './fleetWatcher.ts'

/** One page's end of the line, as the worker sees it. */
export type Line = { send(message: ToPage): void }

/** Many pages, one watcher: polling starts with the first page and serves all. */
export type Hub = {
  receive(line: Line, message: ToWorker): void
  /** Ends the polling; the next hello begins anew. */
  stop(): void
}

/** A hub for the fleet that the first page names; a worker is started for one fleet file only. */
export function hub(ports: Ports): Hub {
  const lines = new Set<Line>()
  let watcher: FleetWatcher | null = null

  const toAll = (message: ToPage): void => {
    for (const line of lines) line.send(message)
  }

  return {
    receive(line, message) {
      switch (message.kind) {
        case 'hello':
          lines.add(line)
          watcher ??= fleetWatcher(message.fleetUrl, ports, toAll)
          for (const known of watcher.snapshot()) line.send(known)
          return
        case 'detail':
          line.send({ kind: 'detail', id: message.id, detail: watcher?.detail(message.service) ?? null })
          return
        case 'bye':
          lines.delete(line)
      }
    },
    stop() {
      watcher?.stop()
      watcher = null
      lines.clear()
    },
  }
}
