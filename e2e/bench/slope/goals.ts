import { figure, table } from '#e2e/bench/table.ts'
import type { Figures } from '#src/domain/slope/testing/judge.ts'
import type { SlopeCost } from './slopeCost.ts'

type Goal = {
  readonly name: string
  readonly of: (figures: Figures) => number | null
  readonly target: number
  readonly stretch: number
  /** Whether more is better; less is, unless told. */
  readonly more?: true
  /** Means nothing for a way that has no interval, no limit state or no measured cost. */
  readonly engineOnly?: true
}

/** What the engine has to reach on seeds that nothing was chosen on. */
const GOALS: readonly Goal[] = [
  { name: 'false drifts in 1,000 series-days', of: (f) => f.falsePer1000Days, target: 5, stretch: 1 },
  { name: 'detection', of: (f) => f.detection, target: 0.98, stretch: 1, more: true },
  { name: 'delay ÷ structural limit, median', of: (f) => f.delayPerStructural.median, target: 3, stretch: 2 },
  { name: 'delay ÷ structural limit, p90', of: (f) => f.delayPerStructural.p90, target: 10, stretch: 5 },
  { name: 'delay ÷ time to hit, median', of: (f) => f.delayPerHit.median, target: 0.1, stretch: 0.06 },
  { name: 'delay ÷ time to hit, p90', of: (f) => f.delayPerHit.p90, target: 0.33, stretch: 0.2 },
  { name: 'slope error', of: (f) => f.slopeError, target: 0.08, stretch: 0.04 },
  { name: 'time-to-limit error', of: (f) => f.etaError, target: 0.12, stretch: 0.08 },
  {
    name: 'interval coverage',
    of: (f) => f.coverage,
    target: 0.85,
    stretch: 0.95,
    more: true,
    engineOnly: true,
  },
  {
    name: 'pool collapse to "at limit", s, longest',
    of: (f) => f.atLimitSeconds.longest,
    target: 180,
    stretch: 60,
    engineOnly: true,
  },
  { name: 'drift calls in start-up windows', of: (f) => f.startUpDrifts, target: 0, stretch: 0 },
]

/** Without a target: to be seen beside them. */
const BESIDE: readonly Pick<Goal, 'name' | 'of'>[] = [
  { name: 'negative series-days', of: (f) => f.negativeDays },
  { name: 'false drifts', of: (f) => f.falseDrifts },
  { name: 'lead-in days of drifts', of: (f) => f.leadInDays },
  { name: 'false drifts in lead-ins', of: (f) => f.leadInFalseDrifts },
  { name: 'delay, h, median', of: (f) => f.delayHours.median },
  { name: 'delay ÷ noise limit, median', of: (f) => f.delayPerNoiseLimit.median },
]

const text = (value: number | null): string => {
  if (value === null) return ''
  if (value === Infinity) return 'never'
  return Number.isInteger(value) ? String(value) : figure(value)
}

const mark = ({ target, more }: Goal, value: number | null): string => {
  const goal = `${more === true ? '≥' : '≤'} ${target}`
  if (value === null) return goal
  return `${goal} ${(more === true ? value >= target : value <= target) ? '✓' : '✗'}`
}

/** The first of `contenders` is held to the targets, the others stand beside it. */
export const goalsTable = (contenders: ReadonlyMap<string, Figures>): string => {
  const names = [...contenders.keys()]
  const all = [...contenders.values()]
  const cells = ({ of, engineOnly }: Pick<Goal, 'of' | 'engineOnly'>): readonly string[] =>
    all.map((figures, index) =>
      engineOnly === true && names[index]?.startsWith('engine') !== true ? '' : text(of(figures)),
    )
  const first = all[0]
  const rows = GOALS.map((goal) =>
    [goal.name].concat(
      cells(goal),
      first === undefined ? '' : mark(goal, goal.of(first)),
      String(goal.stretch),
    ),
  )
  const beside = BESIDE.map((row) => [row.name].concat(cells(row), '', ''))
  return table(['goal', ...names, 'target', 'stretch'], [...rows, ...beside])
}

const costRow = (name: string, value: number, target: number, stretch: string): readonly string[] => [
  name,
  figure(value),
  `≤ ${target} ${value <= target ? '✓' : '✗'}`,
  stretch,
]

export const costTable = ({ nsPerSample, microsPerAssess, bytesPerSeries }: SlopeCost): string =>
  table(
    ['cost', 'engine', 'target', 'stretch'],
    [
      costRow('ns per sample, one in 30 s', nsPerSample, 1500, '500'),
      costRow('µs per assess()', microsPerAssess, 50, ''),
      costRow('bytes per series', bytesPerSeries, 2048, ''),
    ],
  )
