import type { Result } from '#src/domain/result.ts'
import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import type { SealRefusal } from '#src/domain/series/seal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishHistory } from './englishHistory.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'

/** A notice in words: what is so, what that means, and what to do; empty where nothing is to be done. */
export type NoticeWords = { readonly what: string; readonly meaning: string; readonly todo: string }

const { notice: say, file } = englishHistory

type Notice<K extends HistoryNotice['kind']> = Extract<HistoryNotice, { readonly kind: K }>

function memoryOnly({ why, detail }: Notice<'memory-only'>, moment: string): NoticeWords {
  const { what, because, meaning, todo } = say.memoryOnly
  return {
    what: detail === '' ? what[why] : because(what[why], detail),
    meaning: meaning(moment),
    todo: todo[why],
  }
}

function storageFull({ hours, days, paused }: Notice<'storage-full'>, moment: string): NoticeWords {
  const { what, gave, gaveNothing, paused: pausedSince, todo } = say.full
  const parts = [...(hours > 0 ? [say.full.hours(hours)] : []), ...(days > 0 ? [say.full.days(days)] : [])]
  const [first, second] = parts
  const given =
    first === undefined ? gaveNothing : gave(second === undefined ? first : texts.and(first, second))
  return { what, meaning: paused ? `${given} ${pausedSince(moment)}` : given, todo }
}

/** What the store of the history has to tell, in words. `timeZone`: the viewer's, an IANA name. */
export function noticeWords(notice: HistoryNotice, now: EpochMs, timeZone: string): NoticeWords {
  const moment = formatMoment(notice.at, now, timeZone)
  switch (notice.kind) {
    case 'memory-only':
      return memoryOnly(notice, moment)
    case 'storage-full':
      return storageFull(notice, moment)
    case 'records-unusable': {
      const { what, meaning, todo } = say.unusable
      return { what: what[notice.why](notice.records), meaning, todo: todo[notice.why] }
    }
    case 'stored-again':
      return { what: say.again, meaning: say.againMeaning, todo: '' }
  }
}

/** What became of a file that was to be imported; null: the watch was not ready for it. */
export function importSentence(
  outcome: Result<{ readonly series: number; readonly bins: number }, SealRefusal> | null,
): string {
  if (outcome === null) return file.notNow
  if (outcome.ok) {
    const { series, bins } = outcome.value
    return bins === 0 ? file.nothingIn : file.imported(formatNumber(bins), series)
  }
  switch (outcome.error.kind) {
    case 'damaged':
      return file.damaged
    case 'foreign':
      return file.foreign
    case 'other-version':
      return file.otherVersion(outcome.error.version)
  }
}
