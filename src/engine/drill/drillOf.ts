import type { Ports } from '#src/engine/ports.ts'
import type { Drill } from './drill.ts'
import type { HeardBook } from './heardBook.ts'

/** The drill of the fleet that the file at `fleetUrl` describes. */
export function drillOf(_fleetUrl: string, _ports: Ports, _heard: HeardBook): Drill {
  return {
    turn: () => undefined,
    answer: (_watch, question) => Promise.resolve({ about: question.about, found: null }),
    stop: () => undefined,
  }
}
