import type { DurationMs } from '#src/domain/time/units.ts'

/**
 * Browsers open six sockets to an HTTP/1.1 origin and queue the rest, with their abort timers running: a dozen
 * hanging pods then make dozens of healthy ones look dead (82 of 138 measured). So requests wait here instead.
 */
const PER_ORIGIN = { all: 6, healthy: 4, suspect: 2 }

/** A request that is under way for longer than this no longer counts against the healthy ones. */
const YOUNG: DurationMs = 1000

type Flight = { readonly origin: string; readonly suspect: boolean; readonly began: DurationMs }

/** Decides which request may start now. */
export type Lanes = {
  /** Takes a place and answers how to give it back; null when there is none yet. */
  enter(origin: string, suspect: boolean, now: DurationMs): (() => void) | null
}

/** Lanes for `concurrency` requests at once over the whole fleet. */
export function lanes(concurrency: number): Lanes {
  const flights = new Set<Flight>()

  const mayStart = (origin: string, suspect: boolean, now: DurationMs): boolean => {
    const isYoung = (flight: Flight): boolean => !flight.suspect && now - flight.began < YOUNG
    const here = [...flights].filter((flight) => flight.origin === origin)
    if (here.length >= PER_ORIGIN.all || flights.size >= 2 * concurrency) return false
    if (suspect) return here.filter((flight) => flight.suspect).length < PER_ORIGIN.suspect
    const young = [...flights].filter(isYoung)
    return young.length < concurrency && here.filter(isYoung).length < PER_ORIGIN.healthy
  }

  return {
    enter(origin, suspect, now) {
      if (!mayStart(origin, suspect, now)) return null
      const flight = { origin, suspect, began: now }
      flights.add(flight)
      return () => flights.delete(flight)
    },
  }
}
