import { type Signal, SIGNALS } from './signal.ts'

/** What is known of the scrape itself, whatever the page says. */
const OF_THE_SCRAPE = ['scrapeDuration', 'scrapeBytes', 'seriesCount'] as const

export type MappableSignal = Exclude<Signal, (typeof OF_THE_SCRAPE)[number]>

/** Whether a metrics page tells it: what is known of the scrape itself is known of any page. */
export const isMappable = (signal: Signal): signal is MappableSignal =>
  !OF_THE_SCRAPE.some((other) => other === signal)

/** The signals that a metric of one's own may tell. */
export const MAPPABLE_SIGNALS: readonly MappableSignal[] = SIGNALS.filter(isMappable)

/** A metric of a service's own that tells a canonical signal, in place of what would be recognised. */
export type MappedSignal = {
  readonly signal: MappableSignal
  /** The name of a gauge or counter as its lines have it, or of a histogram or summary. */
  readonly metric: string
  /** Which of its series are meant, a label's value or one of several; empty: all of them, added up. */
  readonly labels: Readonly<Record<string, string | readonly string[]>>
  /** A label: of its values the one nearest its limit speaks for all; null: they are added up. */
  readonly of: string | null
  /** What it is a share of; null: it stands for itself. */
  readonly per: string | null
  /** Makes the metric's unit the signal's; above 0. */
  readonly scale: number
  /** The metric that tells the limit, scaled alike; null: none does. */
  readonly boundMetric: string | null
}
