import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/**
 * Whether the browser keeps the screen awake. `none`: not asked yet, or let go while the page is hidden. `insecure`: there is
 * no such thing on plain http hosts. `refused`: the system would not, as on a low battery.
 */
export type WakeState = 'none' | 'held' | 'insecure' | 'unsupported' | 'refused'

/** One lock, as far as it is needed here. */
export type HeldLock = { readonly onRelease: (call: () => void) => void; readonly release: () => void }

/** What keeping awake needs of the browser. */
export type WakePorts = {
  /** Null where there are no such locks. */
  readonly request: (() => Promise<HeldLock>) | null
  readonly isSecure: boolean
  readonly isVisible: () => boolean
  /** Calls whenever the page comes into view; returns how to stop. */
  readonly onVisible: (call: () => void) => () => void
  readonly every: (period: DurationMs, call: () => void) => () => void
}

/** A lock that was refused, or taken away without a word, is asked for again this often. */
const AGAIN_EVERY: DurationMs = minutes(1)

/**
 * Keeps the screen awake until it is stopped: browsers let go of the lock whenever the page is hidden (Screen Wake Lock,
 * 4.1), so it is taken anew when the page comes into view. `tell` hears every change.
 */
export function keepAwake(ports: WakePorts, tell: (state: WakeState) => void): () => void {
  const { request } = ports
  if (request === null) {
    tell(ports.isSecure ? 'unsupported' : 'insecure')
    return () => {}
  }
  let lock: HeldLock | null = null
  let isAsking = false
  let isStopped = false

  const lose = (lost: HeldLock): void => {
    if (lock !== lost) return
    lock = null
    tell('none')
    void take()
  }

  const hold = (taken: HeldLock): void => {
    if (isStopped) return taken.release()
    lock = taken
    tell('held')
    taken.onRelease(() => lose(taken))
  }

  const take = async (): Promise<void> => {
    if (isStopped || isAsking || lock !== null || !ports.isVisible()) return
    isAsking = true
    try {
      hold(await request())
    } catch {
      tell('refused')
    } finally {
      isAsking = false
    }
  }

  const stops = [ports.onVisible(() => void take()), ports.every(AGAIN_EVERY, () => void take())]
  void take()
  return () => {
    isStopped = true
    for (const stop of stops) stop()
    lock?.release()
    lock = null
  }
}
