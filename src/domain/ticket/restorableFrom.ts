import type { EpochMs } from '#src/domain/time/units.ts'
import type { Cycle } from './ticket.ts'

/** The earliest moment at which a run can have been restored: its beginning, or when it came back last. */
export const restorableFrom = ({ start, wellAgain }: Cycle): EpochMs => wellAgain.at(-1)?.to ?? start
