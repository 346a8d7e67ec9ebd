import type { DurationMs } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekService } from '#src/domain/week/week.ts'

/** A service of a week with how many drifts of it were told, and how many of them were caught. */
export type WeekRow = { readonly service: WeekService; readonly drifts: number; readonly caught: number }

/** The services that there is something to say of, worst first, and the others. */
export type WeekRows = {
  readonly told: readonly WeekRow[]
  readonly well: readonly WeekService[]
  /** For how long the others were seen, the least and the most of them. */
  readonly wellSeen: { readonly least: DurationMs; readonly most: DurationMs }
}

/** Of what was hardly seen it is told that it was hardly seen: that is not well. */
const isWell = ({ service, drifts }: WeekRow): boolean =>
  service.available !== null &&
  service.redFor + service.orangeFor === 0 &&
  service.deploys + service.unseenDeploys + drifts === 0

/** What the table of a week shows line by line, and what it tells in one. */
export function weekRows({ services, drifts }: WeekSeen): WeekRows {
  const rows = services.map((service): WeekRow => {
    const own = drifts.filter((drift) => drift.service === service.name)
    const caught = own.filter(({ outcome }) => outcome === 'caught').length
    return { service, drifts: own.length, caught }
  })
  const well = rows.filter(isWell).map(({ service }) => service)
  const seen = well.map(({ seenFor }) => seenFor)
  return {
    told: rows.filter((row) => !isWell(row)),
    well,
    wellSeen: { least: Math.min(...seen), most: Math.max(...seen) },
  }
}
