import { englishService } from './englishService.ts'
import { formatNumber } from './formatNumber.ts'
import { formatSignal } from './formatSignal.ts'
import type { Reader } from './reasonEvidence.ts'
import type { OddOne } from '#src/domain/compare/oddOnesOut.ts'
import type { Signal } from '#src/domain/signals/signal.ts'

const words = englishService.pods

/** One number behind the point, two below one: `3.1`, `0.25`; a thousand times and more is whole. */
const timesText = (times: number): string =>
  formatNumber(times < 1 ? Math.round(times * 100) / 100 : Math.round(times * 10) / 10)

/**
 * How a pod differs from its like: `3.1 × the others`, of two pods `3.1 × orders-2`. Where the others have nothing, or it has
 * next to nothing itself, both values: `12 /s, the others 0 /s`.
 */
export function oddText(
  signal: Signal,
  odd: OddOne,
  others: readonly string[],
  { now, timeZone }: Reader,
): string {
  const { times, value } = odd
  if (times === null || times < 0.01) {
    const say = (one: number): string => formatSignal(signal, one, now, timeZone)
    return words.plain(say(value), say(odd.others))
  }
  const [only, more] = others
  return only !== undefined && more === undefined
    ? words.timesOf(timesText(times), only)
    : words.times(timesText(times))
}
