import { readSignals } from '#src/domain/signals/readSignals.ts'
import { PAIRED_SIGNALS } from './pairedMetrics.ts'
import type { PastReading } from './replayScrapes.ts'
import type { Stretch } from './sampleGrid.ts'
import { pointsOf } from './span.ts'
import { scrapeAt, storedPage } from './storedPage.ts'

/** A pod at as many moments twice, some minutes apart: point `i` of the one comes just before point `i` of the other. */
export type PairedStretch = { readonly before: Stretch; readonly after: Stretch }

/**
 * Replays pairs of scrapes that lie far apart from each other: of each pair the earlier one is only the scrape before
 * the later one, so that the later one has rates. Gives the signals that are paired, oldest first, at the time of the
 * later scrape; what a page tells by itself is left to `replayScrapes`. A pair gives nothing where the pod did not
 * answer at both of its moments, where both show one and the same scrape, and where more than ten minutes are between.
 * Pauses after every pair.
 */
export function* replayPairs({ before, after }: PairedStretch): Generator<undefined, readonly PastReading[]> {
  const readings: PastReading[] = []
  const [earlier, later] = [storedPage(before), storedPage(after)]
  for (let i = 0; i < pointsOf(after.span); i += 1) {
    const [previous, scrape] = [scrapeAt(earlier, i), scrapeAt(later, i)]
    if (previous === null || scrape === null) continue
    const { signals, window } = readSignals(previous, scrape)
    if (window === null) continue
    for (const signal of PAIRED_SIGNALS) {
      const found = signals.get(signal)
      if (found === undefined) continue
      readings.push({ signal, t: scrape.at, value: found.value, bound: found.bound, ofHour: true })
    }
    yield
  }
  return readings
}
