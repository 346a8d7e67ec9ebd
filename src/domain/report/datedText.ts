import { days, type EpochMs } from '#src/domain/time/units.ts'
import { checkDay } from '#src/domain/wording/checkTimeWords.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { texts } from '#src/domain/wording/texts.ts'

/** The word before a clock time that stands for a day, as the language has it. */
const wordOf = (say: (clock: string) => string): string => say('').trim()

const before = (word: string): RegExp => new RegExp(`\\b${word}\\b(?=(?: \\p{L}+)? \\d\\d:\\d\\d)`, 'gu')

const YESTERDAY = before(wordOf(texts.yesterday))
const TOMORROW = before(wordOf(texts.tomorrow))

/**
 * A sentence that was said at `now`, to be read days later: `since yesterday 18:00, reaches its limit tomorrow about 05:00`
 * becomes `since Thu 18:00, … Sat about 05:00`. Without a clock time behind it a word stays as it was said.
 */
export function datedText(text: string, { now, timeZone }: Reader): string {
  const dayAt = (at: EpochMs): string => checkDay(at, { now, timeZone })
  return text.replace(YESTERDAY, () => dayAt(now - days(1))).replace(TOMORROW, () => dayAt(now + days(1)))
}
