import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { nightLines } from '#src/domain/wording/checkSpellWords.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { NightMark, NightRow } from './nightRows.ts'

const { mark: words } = englishCheckScreen.night

/** A mark over the line in words: `deploy of 1.4.2 Fri 22:10`. */
export const markWords = ({ kind, of, moment }: NightMark, reader: Reader): string =>
  words[kind](of, checkMoment(moment, reader))

/** A row of the timeline in words: how it is now, what it was, what happened to it. For who does not see the line. */
export function nightRowWords({ item, marks }: NightRow, reader: Reader): string {
  const now = item.light === null ? [] : [screenTexts.light[item.light]]
  const tickets = marks.filter(({ kind }) => kind === 'ticket' || kind === 'breach')
  return [...now, ...nightLines(item, reader), ...tickets.map((mark) => markWords(mark, reader))].join('; ')
}
