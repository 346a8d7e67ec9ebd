import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** A moment in UTC to the second as RFC 3339 has it; null of null. */
export const csvMoment = (at: EpochMs | null): string | null => (at === null ? null : printTimestamp(at))
