import { rangeOf } from '#src/domain/chart/rangeOf.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishWhys as words } from './englishWhys.ts'
import { formatSignal } from './formatSignal.ts'
import { formatStamp } from './formatStamp.ts'
import { slopeSentence } from './slopeSentence.ts'
import { startsSentence } from './startsSentence.ts'
import { texts } from './texts.ts'

/**
 * What a chart showed, for who reads it later: what, from when to when, between which values, where it ended, its limit, its
 * slope where that is a drift, and the starts within it. `now` is when it is pinned, `timeZone` an IANA name.
 */
export function chartPinText(history: SignalHistory, now: EpochMs, timeZone: string): string {
  const { signal, pod, from, step, mean, bound, slope, marks } = history
  const say = (value: number): string => formatSignal(signal, value, now, timeZone)
  const to = Math.min(now, from + step * mean.length)
  const head = words.charted(
    texts.signal[signal],
    pod,
    formatStamp(from, timeZone),
    formatStamp(to, timeZone),
  )
  const range = rangeOf(mean)
  const parts = [
    range === null ? texts.slope.empty : words.ranged(say(range.low), say(range.high), say(range.last)),
    bound === null ? null : texts.slope.limit(say(bound)),
    slope?.isDrift === true ? slopeSentence(history, now, timeZone) : null,
    marks.length === 0 ? null : startsSentence(marks, now, timeZone),
  ]
  return `${head}: ${parts.filter((part) => part !== null).join(', ')}`
}
