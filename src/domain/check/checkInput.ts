import type { LightCounts, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Night } from '#src/domain/night/night.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { CheckLog } from './checkLog.ts'
import type { SignOff } from './signOff.ts'

/** What a check reads of a row of the digest: nothing that changes with every answer. */
export type CheckRow = Pick<ServiceRow, 'name' | 'light' | 'since' | 'reasons' | 'cascade'>

/** All that a check is made of. */
export type CheckInput = {
  readonly title: string
  readonly rows: readonly CheckRow[]
  /** The fleet's verdict, as its strip says. */
  readonly light: Light
  readonly counts: LightCounts
  readonly night: Night
  readonly log: CheckLog
  /** Both ends by the clock that dates sign-offs and tickets. */
  readonly from: EpochMs
  readonly to: EpochMs
  /** Its end by the clock of this browser, which dates rows and the night. */
  readonly now: EpochMs
  /** The sign-off that it looks back to; null where it looks back to something else. */
  readonly last: SignOff | null
  /** For the clock times in its reasons, an IANA name. */
  readonly timeZone: string
}
