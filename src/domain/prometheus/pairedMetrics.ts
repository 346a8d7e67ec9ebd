import { AS_SAMPLE, wantedFamilies } from '#src/domain/exposition/wanted.ts'
import { type Wants, wantsExact, wantsOfAll } from '#src/domain/signals/readers/reader.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { ALL_SOURCES } from '#src/domain/signals/sources/allSources.ts'
import { prefixedEndings } from '#src/domain/signals/window/sampleIndex.ts'
import { type NameCount, SCRAPE_NOTES } from './wantedMetrics.ts'

/** What is told only by two scrapes near each other, and is compared with the same hour of days and weeks before. */
export const PAIRED_SIGNALS: readonly Signal[] = ['requestRate', 'errorRatio', 'latencyP50', 'latencyP99']

const namesOf = ({ exact, endings }: Wants) =>
  wantedFamilies({ exact, suffixes: [...endings, ...prefixedEndings(exact)] })

/** What feeds them. Parts of a histogram of which no quantile is taken, such as of GC pauses, are not among it. */
const FEEDING = namesOf(
  wantsOfAll(
    ALL_SOURCES.flatMap(({ rows }) =>
      rows.flatMap(({ signal, value }) => (PAIRED_SIGNALS.includes(signal) ? [value] : [])),
    ),
  ),
)

/** What says whose page it is, whether its process is another one than before, and whether the pod answered at all. */
const CONTEXT = namesOf(
  wantsOfAll([
    { wants: wantsExact(SCRAPE_NOTES.up) },
    ...ALL_SOURCES.flatMap(({ exporter }) => (exporter === undefined ? [] : [exporter])),
    ...ALL_SOURCES.flatMap(({ starts = [] }) => starts),
  ]),
)

const isOf = (names: typeof FEEDING, { name }: NameCount): boolean =>
  (names.judgeText(name).roles & AS_SAMPLE) !== 0

/**
 * Those of the metrics that have to be fetched in pairs, those with the fewest series first, until `room` series are
 * reached; and the names of those that are left out for it. None where no signal comes of it.
 */
export function pairedMetrics(
  wanted: readonly NameCount[],
  room: number,
): { readonly paired: readonly NameCount[]; readonly leftOut: readonly string[] } {
  const feeding = wanted.filter((metric) => isOf(FEEDING, metric)).toSorted((a, b) => a.series - b.series)
  const context = wanted.filter((metric) => isOf(CONTEXT, metric) && !feeding.includes(metric))
  let sum = context.reduce((all, { series }) => all + series, 0)
  const fitting = feeding.filter(({ series }) => {
    sum += series
    return sum <= room
  })
  return {
    paired: fitting.length === 0 ? [] : [...context, ...fitting],
    leftOut: feeding.filter((metric) => !fitting.includes(metric)).map(({ name }) => name),
  }
}
