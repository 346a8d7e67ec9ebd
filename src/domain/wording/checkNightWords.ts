import type { CheckSilence, CheckSilences } from '#src/domain/check/checkLog.ts'
import type { Night } from '#src/domain/night/night.ts'
import { lengthOf, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { checkMoment, checkSpan, lasting } from './checkTimeWords.ts'
import { englishCheckNight as words } from './englishCheckNight.ts'
import type { Reader } from './reasonEvidence.ts'

/** As many times that nobody watched are told one by one in a sentence. */
const MOST_TOLD = 2

const isWhole = ({ from, to }: Night, gap: SeenSpan): boolean => gap.from <= from && gap.to >= to

/** Each time that nobody watched, as a sentence: `Nobody watched Sat 01:00–01:40 (40 min): what happened then is not known.` */
export const gapTexts = (night: Night, reader: Reader): readonly string[] =>
  night.gaps.map((gap) => {
    const took = lasting(gap.to - gap.from)
    return isWhole(night, gap)
      ? words.wholeGap(checkMoment(gap.from, reader), took)
      : words.gap(checkSpan(gap, reader), took)
  })

/** The same as the end of a sentence: `nobody watched 01:00–01:40 and 04:00–04:10`; null where somebody always did. */
export function gapsShort(night: Night, reader: Reader): string | null {
  const { gaps } = night
  const [first] = gaps
  if (first === undefined) return null
  if (isWhole(night, first)) return words.wholeShort
  if (gaps.length <= MOST_TOLD) return words.gapsShort(gaps.map((gap) => checkSpan(gap, reader)))
  const [longest = first] = gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  return words.gapsMany(gaps.length, lasting(lengthOf(gaps)), checkSpan(longest, reader))
}

/** That some of it is known from Prometheus only, where no health page was read; null where it is not. */
export function filledText({ filled }: Night, reader: Reader): string | null {
  const [first] = filled
  if (first === undefined) return null
  const took = lasting(lengthOf(filled))
  return filled.length <= MOST_TOLD
    ? words.filled(
        filled.map((span) => checkSpan(span, reader)),
        took,
      )
    : words.filledMany(filled.length, took)
}

/** That Prometheus is still asked for what nobody watched, or why it did not tell; null where neither is so. */
export function fillingText({ filling, fillFault }: Night): string | null {
  if (filling) return words.filling
  return fillFault === null ? null : words.fillFault(fillFault)
}

/** One silence: `service="orders": silenced by Boris until 14:00: deploy of the database`. */
export function silenceText({ service, matchers, by, to, comment }: CheckSilence, reader: Reader): string {
  const what = service ?? matchers.join(', ')
  const text = words.silence(what, by, checkMoment(to, reader))
  return comment === '' ? text : words.withComment(text, comment)
}

/** What is known of silences: how many there are, or that nobody can tell and why, or that no Alertmanager is there. */
export function silencesText(silences: CheckSilences, reader: Reader): string {
  switch (silences.kind) {
    case 'none':
      return words.noAlertmanager
    case 'unknown':
      return words.silencesUnknown(silences.why)
    case 'known':
      return words.silences(silences.silences.length, checkMoment(silences.asOf, reader))
  }
}
