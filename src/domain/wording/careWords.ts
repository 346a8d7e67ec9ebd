import type { ExitPoint } from '#src/domain/ticket/hypercareExit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCare as words } from './englishCare.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber } from './formatNumber.ts'
import { namePods } from './namePods.ts'

/** The words of hypercare, in the language in use. */
export const careTexts = words

/** One point of the list by which people decide whether hypercare may end, with its numbers. */
export function exitSentence(point: ExitPoint, now: EpochMs, timeZone: string): string {
  switch (point.kind) {
    case 'none-urgent':
      return point.open === 0 ? words.noneUrgent : words.urgent(point.open)
    case 'quiet': {
      const need = formatDuration(point.need)
      return point.since === null
        ? words.quiet(need)
        : words.quietSince(need, formatMoment(point.since, now, timeZone))
    }
    case 'inflow':
      return point.usualWeek === null
        ? words.inflowUnknown(point.lastWeek)
        : words.inflow(point.lastWeek, formatNumber(point.usualWeek))
    case 'runbooks':
      return point.missing.length === 0 ? words.runbooks : words.noRunbooks(namePods(point.missing))
    case 'owner':
      return words.owner
  }
}

/** Whether a point is met, in a word. */
export function metWord({ met }: ExitPoint): string {
  if (met === null) return words.met.unknown
  return met ? words.met.yes : words.met.no
}
