import { printWallTime } from '#src/domain/time/wallTime.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** A moment for who reads it elsewhere and later: `2026-11-22 04:12:05 Europe/Paris`. `timeZone` is an IANA name. */
export const formatStamp = (at: EpochMs, timeZone: string): string =>
  `${printWallTime(at, timeZone).replace('T', ' ')} ${timeZone}`
