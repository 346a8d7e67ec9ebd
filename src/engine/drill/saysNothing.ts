import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/**
 * Whether a row is no word on its service: nothing was heard of one of its pods yet, and nothing bad of the others. Where
 * somebody watched and knew how it stood, as before its pods were replaced, that is news: nobody knows any more.
 */
export const saysNothing = (
  { name, light, observedAt }: ServiceRow,
  journal: Pick<VerdictJournal, 'at'>,
  now: EpochMs,
): boolean => light === 'unknown' && observedAt === null && journal.at(name, now) === null
