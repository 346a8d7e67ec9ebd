import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import type { Evidence } from '#src/domain/ticket/evidence.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { keptLine } from './keptLine.ts'

const MOST_REASONS = 10
const MOST_LETTERS = 300

/**
 * What a row shows at `now`, to be kept with a ticket: up to ten reasons in words, the worst first, with clock times in
 * `timeZone` (an IANA name), and its line in up to 80 points of four significant digits.
 */
export function evidenceOf(
  row: Pick<ServiceRow, 'light' | 'reasons' | 'pods' | 'version' | 'spark'>,
  now: EpochMs,
  timeZone: string,
): Evidence {
  const red = row.pods.filter(({ light }) => light === 'red').length
  return {
    light: row.light,
    at: now,
    reasons: row.reasons
      .slice(0, MOST_REASONS)
      .map((reason) => cutText(reasonLine(reason, now, timeZone), MOST_LETTERS)),
    pods: words.podsRed(red, row.pods.length),
    version: row.version,
    lines: row.spark === null ? [] : [keptLine(row.spark)],
  }
}
