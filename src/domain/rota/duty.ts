import type { EpochMs } from '#src/domain/time/units.ts'

/** Who is on RUN duty, since and until when, and who is next. */
export type Duty = {
  readonly who: string
  /** Left out where they have had it for longer than everybody's turns take. */
  readonly since?: EpochMs
  readonly until: EpochMs
  readonly next: string | null
}
