import type { Family } from '#src/domain/exposition/familyGrouping.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { SignalReadings } from '#src/domain/signals/signalReading.ts'

/** What of `rate of http_requests_total{code="500"} ÷ …` is no name of a metric: filters, and the words around names. */
const FILTER = /\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\}/g
const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/g
const WORDS: ReadonlySet<string> = new Set(
  'rate of mean longest p50 p99 over its own decaying window this scrape error errors share'.split(' '),
)

const metricsIn = (from: string): readonly string[] =>
  (from.replaceAll(FILTER, ' ').match(NAME) ?? []).filter((word) => !WORDS.has(word))

/** Which signals each metric feeds, by its name as the readings tell it in `from`. */
export function feedsByMetric(signals: SignalReadings['signals']): ReadonlyMap<string, readonly Signal[]> {
  const feeds = new Map<string, Signal[]>()
  for (const { signal, from } of signals.values()) {
    for (const metric of new Set(metricsIn(from))) {
      const known = feeds.get(metric)
      if (known === undefined) feeds.set(metric, [signal])
      else known.push(signal)
    }
  }
  return feeds
}

/** The signals that a family feeds, under its own name or under that of one of its samples. */
export function feedsOf(
  { name, samples }: Pick<Family, 'name' | 'samples'>,
  feeds: ReadonlyMap<string, readonly Signal[]>,
): readonly Signal[] {
  if (feeds.size === 0) return []
  const found = new Set(feeds.get(name))
  let last = name
  for (const sample of samples) {
    if (sample.name === last) continue
    last = sample.name
    for (const signal of feeds.get(last) ?? []) found.add(signal)
  }
  return [...found]
}
