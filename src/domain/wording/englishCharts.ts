/** What is said around the charts of a pod's signals. */
export const englishCharts = {
  loading: 'Drawing the charts',
  notLoaded: 'The charts could not be loaded.',
  again: 'Try again',
  noSignals: 'No signal of this pod is remembered for this time.',
  nothingThen: (names: string) => `Nothing was read of ${names} in this time.`,

  zoomed: (from: string, to: string) => `${from} to ${to}`,
  around: (moment: string) => `around ${moment}`,
  unzoom: 'Back to the whole range',

  compare: 'Compare with',
  nothing: 'nothing',
  sameHour: { yesterday: 'same hour yesterday', 'last-week': 'same hour last week' },
  otherPods: 'another pod',
  other: { yesterday: 'a day before', 'last-week': 'a week before' },
  notKnown: (name: string) => `Nothing is remembered of ${name} for this time.`,

  now: 'now',
  none: 'no reading',
  expected: (value: string) => `${value} expected`,
  beside: (value: string, name: string) => `${value} ${name}`,
  at: (moment: string, values: string) => `${moment}: ${values}`,
  chart: (what: string) => `${what}: point in time`,
  hint: 'Drag, or Shift with ← and →, selects, at least 4 min; Enter zooms, Esc goes back',

  legend: {
    title: 'What the charts show',
    mean: 'mean, lowest to highest',
    bound: 'limit',
    slope: 'fitted slope',
    forecast: 'forecast, 95 % sure',
    deploy: 'deploy',
    restart: 'restart',
    at: 'the moment that is looked at',
  },

  data: 'Data',
  dataOf: (what: string) => `Data of ${what}`,
  table: (what: string, pod: string) => `${what} of ${pod}`,
  column: { time: 'from', mean: 'mean', range: 'lowest to highest' },
  between: (low: string, high: string) => `${low} to ${high}`,
  copyCsv: 'Copy as CSV',
  copied: 'Copied as CSV',
  savePng: 'Save as PNG',
  saved: (name: string) => `Saved as ${name}`,
  notSaved: 'This browser could not draw the picture.',
  file: (pod: string, signal: string, day: string) => `${pod}-${signal}-${day}.png`,

  csv: {
    time: 'time UTC',
    of: (pod: string, signal: string, unit: string) => `${pod} ${signal} mean (${unit})`,
    lowest: (unit: string) => `lowest (${unit})`,
    highest: (unit: string) => `highest (${unit})`,
  },
} as const
