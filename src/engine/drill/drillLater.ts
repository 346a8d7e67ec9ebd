import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Drill, DrillNotes } from './drill.ts'

/** Its own server could not be asked for the code: later, then. */
const AGAIN_AFTER: DurationMs = seconds(10)

const bring = () => import('./drillOf.ts').catch(() => null)

/**
 * The drill of the fleet that the file at `fleetUrl` describes, which comes in a chunk of its own with the first turn of the
 * watch. Until it is there questions wait for it; where it cannot be had they are answered with null.
 */
export function drillLater(fleetUrl: string, ports: Ports, notes: DrillNotes): Drill {
  let drill: Drill | null = null
  let stopped = false
  let askAt: DurationMs = 0
  let coming: Promise<void> | null = null

  const load = async (): Promise<void> => {
    const brought = await bring()
    coming = null
    if (stopped) return
    if (brought === null) askAt = ports.monotonic() + AGAIN_AFTER
    else drill = brought.drillOf(fleetUrl, ports, notes)
  }

  const begin = (): void => {
    if (coming === null && ports.monotonic() >= askAt) coming = load()
  }

  return {
    turn(watch) {
      if (drill === null) begin()
      else drill.turn(watch)
    },
    saveNow: (watch) => drill?.saveNow(watch),
    async answer(watch, question) {
      if (drill === null) begin()
      await coming
      return (await drill?.answer(watch, question)) ?? { about: question.about, found: null }
    },
    stop() {
      stopped = true
      drill?.stop()
    },
  }
}
