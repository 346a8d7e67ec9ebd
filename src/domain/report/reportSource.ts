import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { CheckMark } from '#src/domain/check/signOff.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'

/** What a report tells beside the check itself. */
export type ReportExtra = {
  /** Null: nobody has signed. */
  readonly signOff: {
    readonly by: string
    readonly at: EpochMs
    readonly note: string
    readonly marks: readonly CheckMark[]
  } | null
  /** The lines of services, by name. */
  readonly sparks: ReadonlyMap<string, Spark>
  /** Null: the numbers of the week are not told. */
  readonly week: { readonly seen: WeekSeen; readonly tickets: WeekTickets } | null
  /** An IANA name. */
  readonly timeZone: string
  /** The address of the dashboard, `https://run.example/`; null where links lead nowhere. */
  readonly url: string | null
}

/** What each section is made of. `reader`: when and where the check was looked at. */
export type ReportSource = {
  readonly check: MorningCheck
  readonly extra: ReportExtra
  readonly reader: Reader
}
