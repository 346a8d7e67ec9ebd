import type { DurationMs } from '#src/domain/time/units.ts'

/**
 * Browsers open six sockets to an HTTP/1.1 origin and queue the rest, with their abort timers running: a dozen
 * hanging pods then make dozens of healthy ones look dead (82 of 138 measured). So requests wait here instead.
 */
const PER_ORIGIN = { all: 6, healthy: 4, suspect: 2 }

/** A request that is under way for longer than this no longer counts against the healthy ones. */
export const YOUNG: DurationMs = 1000

type Flight = { readonly origin: string; readonly suspect: boolean; readonly began: DurationMs }

/** Requests under way. `young`: those of healthy targets that are not late yet. */
type Tally = { all: number; suspect: number; young: number }

/** Decides which request may start now. */
export type Lanes = {
  /** Takes a place and answers how to give it back; null when there is none yet. */
  enter(origin: string, suspect: boolean, now: DurationMs): (() => void) | null
}

/** Lanes for `concurrency()` requests at once over the whole fleet. */
export function lanes(concurrency: () => number): Lanes {
  const flights = new Set<Flight>()

  const tally = (origin: string | null, now: DurationMs): Tally => {
    const counted: Tally = { all: 0, suspect: 0, young: 0 }
    for (const flight of flights) {
      if (origin !== null && flight.origin !== origin) continue
      counted.all += 1
      if (flight.suspect) counted.suspect += 1
      else if (now - flight.began < YOUNG) counted.young += 1
    }
    return counted
  }

  const mayStart = (origin: string, suspect: boolean, now: DurationMs): boolean => {
    const fleet = tally(null, now)
    const here = tally(origin, now)
    if (here.all >= PER_ORIGIN.all || fleet.all >= concurrency()) return false
    // Suspects never take more than half: a rack that hangs must leave places for the pods that do not.
    const forSuspects = Math.max(1, Math.floor(concurrency() / 2))
    return suspect
      ? fleet.suspect < forSuspects && here.suspect < PER_ORIGIN.suspect
      : here.young < PER_ORIGIN.healthy
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
