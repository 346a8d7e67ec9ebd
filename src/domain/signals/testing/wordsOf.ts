import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Scrape, SignalReadings } from '#src/domain/signals/signalReading.ts'
import { WANTED } from '#src/domain/signals/wantedNames.ts'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { scrapeOf } from './scrapeOf.ts'

/** The moment of the later page in tests: 1,800,000,000 s since 1970. */
export const NOW = 1_800_000_000_000

const OF_THE_SCRAPE = new Set(['scrapeDuration', 'scrapeBytes', 'seriesCount'])

const figure = (value: number): string => String(Number(value.toPrecision(6)))

/**
 * For tests: readings as short words, `{ fds: '3 of 10', poolInUse: '5 of 5 (main)' }`, those of the scrape
 * left out.
 */
export const wordsOf = ({ signals }: SignalReadings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...signals.values()]
      .filter(({ signal }) => !OF_THE_SCRAPE.has(signal))
      .map(({ signal, value, bound, of }) => [
        signal,
        figure(value) + (bound === null ? '' : ` of ${figure(bound)}`) + (of === null ? '' : ` (${of})`),
      ]),
  )

const WANTED_FAMILIES = wantedFamilies(WANTED)

const wantedOf = (page: string, at: EpochMs): Scrape => scrapeOf(page, at, 5, WANTED_FAMILIES)

/**
 * For tests: what two pages say, `apart` seconds from each other, of which only what is wanted was kept. `workers`: as
 * the fleet file has it.
 */
export const readPages = (
  before: string | null,
  now: string,
  apart = 10,
  workers: number | null = null,
): SignalReadings =>
  readSignals(before === null ? null : wantedOf(before, NOW - seconds(apart)), wantedOf(now, NOW), workers)

/** For tests: the same as words. */
export const wordsOfPages = (before: string | null, now: string, apart = 10) =>
  wordsOf(readPages(before, now, apart))
