import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** The page's one clock. `now` stands still between two ticks, so that all ages on the screen agree. */
export type Ticker = {
  readonly now: () => EpochMs
  readonly subscribe: (listener: () => void) => () => void
  /** Ticks at once: after the page was hidden, when ticks came late or not at all. */
  readonly tick: () => void
}

export type TickerPorts = {
  readonly now: () => EpochMs
  /** Calls `job` every `step` milliseconds; returns how to stop. */
  readonly every: (step: DurationMs, job: () => void) => () => void
}

/** One ticker for the whole page. It runs only while somebody listens. */
export function createTicker(ports: TickerPorts, step: DurationMs): Ticker {
  const listeners = new Set<() => void>()
  let now = ports.now()
  let stop: (() => void) | null = null
  const tick = (): void => {
    now = ports.now()
    for (const listener of listeners) listener()
  }
  return {
    now: () => now,
    tick,
    subscribe: (listener) => {
      listeners.add(listener)
      if (stop === null) {
        now = ports.now()
        stop = ports.every(step, tick)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0 || stop === null) return
        stop()
        stop = null
      }
    },
  }
}
