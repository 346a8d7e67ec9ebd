import type { EpochMs } from '#src/domain/time/units.ts'

/** Who is on RUN duty, until when, and who is next. */
export type Duty = {
  readonly who: string
  readonly until: EpochMs
  readonly next: string | null
}
