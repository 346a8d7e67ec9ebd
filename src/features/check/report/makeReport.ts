import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import type { ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import type { CheckReport } from '#src/domain/report/checkReport.ts'
import { reportOf } from '#src/domain/report/reportOf.ts'
import { days } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import { checkActions } from '#src/state/checkActions.ts'
import type { Screen } from '#src/state/screen.ts'

/** Who signed, when, and what they said of it. */
export type Signed = Pick<SignOff, 'by' | 'at' | 'note' | 'marks'>

/** The numbers of the week, as far as both halves are known. */
export type ReportWeek = { readonly seen: WeekSeen; readonly tickets: WeekTickets }

/** The address of this page without what is behind `#`. */
const page = (): string => `${location.origin}${location.pathname}`

/** The line of each service that has one. */
function sparksOf(rows: ReadonlyMap<string, ServiceRow>): ReadonlyMap<string, Spark> {
  const sparks = new Map<string, Spark>()
  for (const { name, spark } of rows.values()) if (spark !== null) sparks.set(name, spark)
  return sparks
}

/** A check as a report, with the lines of its services as they are now. */
export const drawReport = (
  { watch, timeZone }: Pick<Screen, 'watch' | 'timeZone'>,
  check: MorningCheck,
  signOff: Signed | null,
  week: ReportWeek | null,
): CheckReport =>
  reportOf(check, { signOff, sparks: sparksOf(watch.getState().rows), week, timeZone, url: page() })

/** The week up to a check; null where the watch cannot tell it: a report goes without. */
async function weekOf({ ask }: Pick<Screen, 'ask'>, { to, now }: MorningCheck): Promise<ReportWeek | null> {
  const { week, weekTickets } = checkActions(ask)
  try {
    const [seen, tickets] = await Promise.all([week(now - days(7), now), weekTickets(to - days(7), to)])
    return seen === null || tickets === null ? null : { seen, tickets }
  } catch {
    return null
  }
}

/** The same, with the numbers of the week. */
export const makeReport = async (
  screen: Screen,
  check: MorningCheck,
  signOff: Signed | null,
): Promise<CheckReport> => drawReport(screen, check, signOff, await weekOf(screen, check))
