import type { EpochMs } from '#src/domain/time/units.ts'

/** A condition of a silence as Alertmanager's API v2 writes it (`matcher`). */
export type SilenceMatcher = {
  readonly name: string
  readonly value: string
  readonly isRegex: boolean
  readonly isEqual: boolean
}

/** A silence that holds, or will (`gettableSilence`). */
export type Silence = {
  readonly id: string
  readonly comment: string
  readonly createdBy: string
  readonly startsAt: EpochMs
  readonly endsAt: EpochMs
  readonly matchers: readonly SilenceMatcher[]
}
