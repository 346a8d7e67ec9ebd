import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { fillLink, type LogQuery } from './fillLink.ts'

/** On either side of a moment that is looked at. */
const AROUND: DurationMs = minutes(30)
/** Before now, where no moment is. */
const LATELY: DurationMs = hours(1)

/** What a person wants to read of. */
export type LogSubject = Pick<LogQuery, 'service' | 'pod' | 'namespace' | 'level'> & {
  /** The moment that is looked at; null: now. */
  readonly at: EpochMs | null
}

/** The fleet file's link to the log tool, filled: half an hour around a moment, else the last hour. Null for no http(s) address. */
export function logLink(template: string, { at, ...subject }: LogSubject, now: EpochMs): string | null {
  const span = at === null ? { from: now - LATELY, to: now } : { from: at - AROUND, to: at + AROUND }
  return fillLink(template, { ...subject, ...span, at: at ?? now })
}
