import type { Watch } from '#src/domain/watch/watch.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import type { Desk } from './desk.ts'

/** Its own server could not be asked for the code: later, then. */
const AGAIN_AFTER: DurationMs = seconds(10)

/** Asked for after the polling has begun: seeing comes before writing down. */
const bring = () => import('./deskOf.ts').catch(() => null)

/**
 * The desk of the fleet that the file at `fleetUrl` describes, which comes in a chunk of its own with the first turn of the
 * watch. Until it is there questions wait for it, and there is nothing to tell.
 */
export function deskLater(
  fleetUrl: string,
  ports: Ports,
  authorization: () => string | null,
  tell: (message: ToPage) => void,
): Desk {
  let desk: Desk | null = null
  let stopped = false
  let latest: Watch | null = null
  let askAt: DurationMs = 0
  let coming: Promise<void> | null = null

  const load = async (): Promise<void> => {
    const brought = await bring()
    coming = null
    if (brought === null || stopped) {
      askAt = ports.monotonic() + AGAIN_AFTER
      return
    }
    desk = brought.deskOf(fleetUrl, ports, authorization, tell)
    if (latest !== null) desk.turn(latest)
  }

  return {
    turn(watch) {
      latest = watch
      if (desk !== null) desk.turn(watch)
      else if (coming === null && ports.monotonic() >= askAt) coming = load()
    },
    snapshot: () => desk?.snapshot() ?? [],
    async answer(question) {
      await coming
      return desk?.answer(question) ?? { about: question.about, found: null }
    },
    stop() {
      stopped = true
      desk?.stop()
    },
  }
}
