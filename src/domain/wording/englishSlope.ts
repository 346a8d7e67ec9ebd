/** What is said of slopes and of the fit behind them: a part of `english.ts`, which has no room for it. */
export const englishSlope = {
  points: '% points',
  /** `+31 MiB/h`, `+6/h`, `+12 /s per h`. */
  rate: (amount: string, unit: string, per: string) => {
    if (unit === '') return `${amount}/${per}`
    return /\//.test(unit) ? `${amount} ${unit} per ${per}` : `${amount} ${unit}/${per}`
  },
  between: (low: string, high: string) => `${low} to ${high}`,
  atLeast: (low: string) => `${low} or more`,
  atMost: (high: string) => `${high} or less`,

  about: (day: string, clock: string) => (day === '' ? `about ${clock}` : `${day} about ${clock}`),
  aboutDay: (day: string) => `about ${day}`,
  within: (early: string, late: string) => `between ${early} and ${late}`,
  notBefore: (early: string) => `not before ${early}`,

  spark: (what: string, pod: string, span: string) => `${what} of ${pod} over ${span}`,
  range: (low: string, high: string, last: string) => `from ${low} to ${high}, now ${last}`,
  empty: 'no reading',

  no: 'no drift',
  tooLittle: 'too little is known for a slope',
  reaches: (bound: string, moment: string) => `reaches its ${bound} limit ${moment}`,
  wasToReach: (bound: string, moment: string) => `was to reach its ${bound} limit ${moment}`,
  isAt: (bound: string) => `is at its ${bound} limit`,
  farFrom: (bound: string) => `its ${bound} limit is not in sight`,
  limit: (bound: string) => `limit ${bound}`,
  in: (text: string, interval: string) => `${text} (${interval})`,
  deploy: (version: string | null, moment: string) =>
    version === null ? `deploy ${moment}` : `deploy of ${version} ${moment}`,
  restart: (moment: string) => `restart ${moment}`,
  more: (n: number) => `${n} more before`,

  label: {
    slope: 'slope',
    sure: '95 % sure',
    since: 'since',
    limit: 'limit',
    reached: 'reached',
    shown: 'shown',
    starts: 'starts',
  },
  notInSight: 'not in sight',
  now: 'now',
  over: (span: string, range: string) => `${span}, ${range}`,

  fit: {
    none: 'no samples yet',
    noneUsed: 'none used',
    leftOut: (used: string, left: string) => `${used}; left out: ${left}`,
    counted: (n: string, which: string) => `${n} ${which}`,
    before: (kind: 'deploy' | 'restart', moment: string) => `before the ${kind} ${moment}`,
    beforeStart: (moment: string) => `before it began anew ${moment}`,
    use: (use: 'used' | 'before-start' | 'start-up' | 'outlier' | 'outside', n: number) =>
      ({
        used: 'used',
        'before-start': 'before the start',
        'start-up': 'during start-up',
        outlier: n === 1 ? 'outlier' : 'outliers',
        outside: 'outside the window',
      })[use],
    today: 'today',
    title: (what: string, pod: string) => `${what} of ${pod}`,
    line: (rate: string) => `fitted line, ${rate}`,
    noLine: 'no line is fitted: too little is known',
    band: '95 % band of the line',
    limit: (bound: string) => `limit ${bound}`,
    farLimit: (bound: string) => `limit ${bound}, outside the picture`,
    onset: (moment: string) => `drift since ${moment}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    column: { time: 'time', mean: 'mean', range: 'lowest to highest', use: 'use' },
    table: (what: string, pod: string) => `The samples of ${what} of ${pod}, a few at a time`,
    explore: (what: string, pod: string) => `${what} of ${pod}: ← and → go from sample to sample`,
  },
}
