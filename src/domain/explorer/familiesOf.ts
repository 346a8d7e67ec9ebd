import type { FullExposition } from '#src/domain/exposition/readAllFamilies.ts'
import type { Family } from '#src/domain/exposition/familyGrouping.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { feedsByMetric, feedsOf } from './feedsOf.ts'
import { type FamilyTold, MOST_SERIES_SHOWN } from './podFamilies.ts'
import { secondsBetween } from './riseOf.ts'
import { seriesTold } from './seriesTold.ts'
import { shownCounts } from './shownCounts.ts'
import { shownSamples } from './shownSamples.ts'

/** A metrics page that was read whole, and when it was asked for. */
export type WholePage = Pick<FullExposition, 'families' | 'seriesCount' | 'bytes' | 'truncatedBy'> & {
  readonly at: EpochMs
}

type Options = {
  /** The pod's signals, which say by which metrics they were told. */
  readonly signals?: SignalReadings['signals']
}

const NOTHING: SignalReadings['signals'] = new Map()

const LONGEST_HELP = 600
const LONGEST_NAME = 300

/** More families than this are counted, not told: the page then names series where it should have labels. */
export const MOST_FAMILIES = 5000

const byName = (page: WholePage | null): ReadonlyMap<string, Family> =>
  new Map(page?.families.map((family) => [family.name, family]))

/**
 * The families of a pod's metrics page as they are shown, in the order of the page, 5,000 at most. Of each as many series as
 * `shownCounts` says, histograms and summaries set in order, with what counters rose by a second since the page before
 * (null: there is none, or it is more than ten minutes older). Long texts are cut.
 */
export function familiesOf(now: WholePage, before: WholePage | null, options: Options = {}): FamilyTold[] {
  const seconds = secondsBetween(before?.at ?? null, now.at)
  const earlier = byName(seconds === null ? null : before)
  const isWhole = before?.truncatedBy === null
  const feeds = feedsByMetric(options.signals ?? NOTHING)
  const told = now.families.slice(0, MOST_FAMILIES)
  const counts = shownCounts(
    told.map(({ samples }) => samples.length),
    MOST_SERIES_SHOWN,
  )
  return told.map((family, at) => {
    const was = earlier.get(family.name)
    const past = seconds === null || was === undefined ? null : { family: was, seconds, isWhole }
    const { name, type, help, unit, samples } = family
    return {
      name: cutText(name, LONGEST_NAME),
      type,
      help: help === null ? null : cutText(help, LONGEST_HELP),
      unit: unit === null ? null : cutText(unit, LONGEST_NAME),
      seriesCount: samples.length,
      series: seriesTold(family, shownSamples(family, counts[at] ?? 0), past),
      feeds: feedsOf(family, feeds),
    }
  })
}
