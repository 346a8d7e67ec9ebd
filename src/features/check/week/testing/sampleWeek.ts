import { figuresOf } from '#src/domain/statistics/figuresOf.ts'
import { days, type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekService, WeekTickets } from '#src/domain/week/week.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'

/** For tests: a service that was seen green for so long, and whatever else is given. */
export function sampleService(
  name: string,
  given: Partial<WeekService> = {},
  greenFor: DurationMs = hours(31),
): WeekService {
  const { orangeFor = 0, redFor = 0 } = given
  const seenFor = greenFor + orangeFor + redFor
  return {
    name,
    seenFor,
    greenFor,
    orangeFor,
    redFor,
    available: seenFor < hours(1) ? null : 1 - redFor / seenFor,
    redSpells: redFor > 0 ? 1 : 0,
    deploys: 0,
    failedDeploys: 0,
    unseenDeploys: 0,
    ...given,
  }
}

/** For tests: the week until now of some services, watched on five days from nine to three. */
export const sampleWeek = (services: readonly WeekService[], given: Partial<WeekSeen> = {}): WeekSeen => ({
  from: NOW - days(7),
  to: NOW,
  watched: [1, 2, 3, 6, 7].map((day) => ({
    from: NOW - days(8 - day),
    to: NOW - days(8 - day) + hours(6.2),
  })),
  services,
  drifts: [],
  ...given,
})

/** For tests: seven tickets, of which six were acknowledged and five restored. */
export const sampleWeekTickets = (given: Partial<WeekTickets> = {}): WeekTickets => {
  const none = figuresOf([])
  return {
    figures: {
      ...none,
      n: 7,
      tta: { ...none.tta, n: 6, median: minutes(4) },
      trsNet: { ...none.trsNet, n: 5, median: minutes(70) },
    },
    breaches: { byTime: 2, byRequalification: 0 },
    excluded: { merged: 1, falsePositives: 2, drills: 0 },
    ...given,
  }
}
