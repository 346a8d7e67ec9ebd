import { SIGNALS, type Signal } from '#src/domain/signals/signal.ts'
import { texts } from '#src/domain/wording/texts.ts'

/**
 * The signal that the words of a drift or of a level begin with: a journal keeps no more of them. Null where they begin with
 * none, as words in another language do.
 */
export function signalOfText(text: string): Signal | null {
  let found: Signal | null = null
  for (const signal of SIGNALS) {
    const isLonger = found === null || texts.signal[signal].length > texts.signal[found].length
    if (isLonger && text.startsWith(`${texts.signal[signal]} `)) found = signal
  }
  return found
}
