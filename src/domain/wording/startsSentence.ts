import { formatMoment } from './formatMoment.ts'
import { texts } from './texts.ts'
import type { SparkMark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

const { slope: words } = texts

/** As many starts as are told one by one. */
const MOST_MARKS = 3

/** The newest starts in words, newest first: `deploy of 2.4.1 18:02`, `restart 03:12`; the others are counted. Empty without any. */
export function startsSentence(marks: readonly SparkMark[], now: EpochMs, timeZone: string): string {
  const newest = marks.toSorted((a, b) => b.at - a.at)
  const told = newest.slice(0, MOST_MARKS).map(({ kind, version, at }) => {
    const moment = formatMoment(at, now, timeZone)
    return kind === 'deploy' ? words.deploy(version, moment) : words.restart(moment)
  })
  const others = newest.length - told.length
  return [...told, ...(others > 0 ? [words.more(others)] : [])].join(', ')
}
