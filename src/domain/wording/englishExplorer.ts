import { count } from './englishCount.ts'
import { formatNumber as number } from './formatNumber.ts'

const many = (n: number, one: string, all: string): string => `${number(n)} ${n === 1 ? one : all}`

/** What is said around the metrics of a pod. */
export const englishExplorer = {
  title: 'All metrics of the last page',
  asking: 'Asking for the metrics page',
  unknown:
    'Nothing is known of a metrics page of this pod: it is gone, or the watch could not load what reads it.',
  off: 'This pod has no metrics page: the fleet file says so. Name its path under endpoints.metrics to see it here.',
  failed: 'The metrics page of this pod cannot be read at present. The layer “reachable” says why.',
  coming:
    'The whole page comes with the next scrape, within 15 s unless the fleet file names another interval. Until now only what feeds signals was kept of it, and this dashboard never asks a pod more often than its interval, whoever is looking.',

  facts: (families: number, series: number, size: string) =>
    `${count(families, 'family', 'families')}, ${number(series)} series, ${size}`,
  read: 'read',
  ago: 'ago',
  rates: (apart: string) => `rates since the page ${apart} before`,
  noRates: 'rates come with the next page',
  cut: {
    bytes: 'The page is longer than the fleet file lets one be (caps.metrics): its end is missing here.',
    series:
      'The page has more series than the fleet file lets one have (caps.series): the rest is missing here.',
  },
  leftOut: (n: number) => `${many(n, 'family', 'families')} more are on the page: too many to be shown.`,

  find: 'Find a metric',
  findHint: 'name, help, label or signal',
  found: (families: number, series: number) =>
    `${many(families, 'family', 'families')} with ${number(series)} series`,
  nothing: (find: string) => `Nothing on this page has “${find}” in its name, help or labels.`,
  empty: 'There is nothing on this page.',
  showMore: (n: number) => `Show ${number(n)} more`,

  series: (n: number) => `${number(n)} series`,
  feeds: (names: string) => `feeds ${names}`,
  noHelp: 'The page says nothing about it.',
  unit: (unit: string) => `Unit: ${unit}.`,
  untyped: 'no type',
  shownOf: (shown: number, all: number) =>
    `${number(shown)} of ${number(all)} series are shown: of counters and gauges those with the highest values, of histograms and summaries the first.`,
  matching: (shown: number, all: number) =>
    `${number(shown)} of ${number(all)} series have what you look for in their labels.`,

  table: (name: string) => `Series of ${name}`,
  column: { series: 'Series', value: 'Value', rate: 'Per second', line: 'Line' },
  sort: { value: 'Sort by value', rate: 'Sort by rate' },
  allOfIt: '(no labels)',
  noRate: '–',
  draw: 'Draw',
  drawn: 'Drawn',
  drawOne: (id: string) => `Draw ${id} as a line`,

  lines: 'Drawn lines',
  linesHint: 'Drawn from when they were chosen, for 24 hours at most, in this browser.',
  noLineYet: 'The line begins with the next page.',
  full: 'Twenty series are drawn in this fleet already: take one out first.',
  notDrawn: 'The watch did not take it. Try again.',
  takeOut: 'Take out',
  takeOutOne: (id: string) => `Take out ${id}`,
  ranged: (id: string, now: string, low: string, high: string, span: string) =>
    `${id}: ${now}, from ${low} to ${high} over ${span}`,
  pinned: (says: string, until: string) => `${says}, until ${until}`,
  of: (id: string, pod: string) => `${id} of ${pod}`,

  asSignal: 'Use as signal…',
  asSignalOf: (name: string) => `Use ${name} as a signal`,
  signal: 'Signal',
  which: 'Which series',
  all: 'all, added up',
  scope: (service: string) =>
    `Write this into fleet.json, beside the name of “${service}”, or at the top for all services; join it with “signals” that are there. It goes before what is recognised, and is picked up without a reload.`,
  noSignal: 'No signal fits its type and unit.',
  copyLine: 'Copy the line',
  lineCopied: 'The line was copied',
} as const
