import { days, hours, seconds } from '#src/domain/time/units.ts'
import type { EngineFactory } from './engine.ts'
import { judgeSeries, type Outcome } from './judgeSeries.ts'
import { mean, median, quantile } from './quantile.ts'
import type { Scenario } from './scenario.ts'

/** Null: there was nothing to measure. Infinity: more than that share was never found. */
export type Spread = { readonly median: number | null; readonly p90: number | null }

export type ScenarioFigures = {
  readonly name: string
  readonly sign: Scenario['sign']
  readonly series: number
  readonly found: number
  readonly delayHours: Spread
  /** Medians of what noise, and noise with an unknown daily curve, allow. */
  readonly noiseLimitHours: number | null
  readonly structuralLimitHours: number | null
  readonly delayPerStructural: number | null
  readonly delayPerHit: number | null
  readonly slopeError: number | null
  readonly etaError: number | null
  readonly coverage: number | null
  /** Days with samples without a drift, and calls of a drift in them. */
  readonly quietDays: number
  readonly falseDrifts: number
  readonly atLimitSeconds: Spread & { readonly longest: number | null }
}

/** Totals, as the goals are stated. */
export type Figures = {
  readonly scenarios: readonly ScenarioFigures[]
  /** Share of the series with a drift in which it was called before its limit was reached. */
  readonly detection: number | null
  readonly delayHours: Spread
  readonly delayPerStructural: Spread
  readonly delayPerNoiseLimit: Spread
  readonly delayPerHit: Spread
  /** Medians over scenarios of medians over series of medians over time. */
  readonly slopeError: number | null
  readonly etaError: number | null
  /** Mean over series of the share of time in which the interval held the truth. */
  readonly coverage: number | null
  readonly negativeDays: number
  readonly falseDrifts: number
  readonly falsePer1000Days: number | null
  /** Calls in the quiet time of series that drift later; not part of the ones above. */
  readonly leadInDays: number
  readonly leadInFalseDrifts: number
  readonly startUpDrifts: number
  readonly atLimitSeconds: Spread & { readonly longest: number | null }
}

/** Judges an engine on `seeds` of each scenario. */
export const judge = (
  factory: EngineFactory,
  scenarios: readonly Scenario[],
  seeds: readonly number[],
): Figures =>
  summarise(
    scenarios.flatMap((scenario) =>
      seeds.map((seed) => judgeSeries(factory, scenario, seed, scenario.generate(seed))),
    ),
  )

/** The figures of any set of outcomes. */
export const summarise = (outcomes: readonly Outcome[]): Figures => {
  const names = [...new Set(outcomes.map(({ scenario }) => scenario.name))]
  const scenarios = names.map((name) => ofScenario(outcomes.filter(({ scenario }) => scenario.name === name)))
  const positive = outcomes.filter(({ scenario }) => scenario.sign === 'positive')
  const negative = outcomes.filter(({ scenario }) => scenario.sign === 'negative')
  const drifts = positive.filter(isDrift)
  const falseDrifts = wrongCalls(negative)
  const negativeDays = quietDays(negative)
  return {
    scenarios,
    detection: mean(drifts.map(({ delay }) => (delay === null ? 0 : 1))),
    delayHours: spread(drifts.map(delayHours)),
    delayPerStructural: spread(drifts.flatMap(perStructural)),
    delayPerNoiseLimit: spread(drifts.flatMap(perNoiseLimit)),
    delayPerHit: spread(drifts.flatMap(perHit)),
    slopeError: median(present(scenarios.map(({ slopeError }) => slopeError))),
    etaError: median(present(scenarios.map(({ etaError }) => etaError))),
    coverage: mean(present(drifts.map(({ coverage }) => coverage))),
    negativeDays,
    falseDrifts,
    falsePer1000Days: negativeDays === 0 ? null : (1000 * falseDrifts) / negativeDays,
    leadInDays: quietDays(positive),
    leadInFalseDrifts: wrongCalls(positive),
    startUpDrifts: outcomes.flatMap(({ calls }) => calls).filter(({ inStartUp }) => inStartUp).length,
    atLimitSeconds: atLimit(positive),
  }
}

const ofScenario = (outcomes: readonly Outcome[]): ScenarioFigures => {
  const drifts = outcomes.filter(isDrift)
  const truths = outcomes.flatMap(({ truth }) => (truth === null ? [] : [truth]))
  return {
    name: outcomes[0]?.scenario.name ?? '',
    sign: outcomes[0]?.scenario.sign ?? 'negative',
    series: outcomes.length,
    found: outcomes.filter((outcome) => (isDrift(outcome) ? outcome.delay : outcome.atLimitAfter) !== null)
      .length,
    delayHours: spread(drifts.map(delayHours)),
    noiseLimitHours: median(truths.map(({ noiseLimit }) => noiseLimit / hours(1))),
    structuralLimitHours: median(truths.map(({ structuralLimit }) => structuralLimit / hours(1))),
    delayPerStructural: median(drifts.flatMap(perStructural)),
    delayPerHit: median(drifts.flatMap(perHit)),
    slopeError: median(present(drifts.map(({ slopeError }) => slopeError))),
    etaError: median(present(drifts.map(({ etaError }) => etaError))),
    coverage: mean(present(drifts.map(({ coverage }) => coverage))),
    quietDays: quietDays(outcomes),
    falseDrifts: wrongCalls(outcomes),
    atLimitSeconds: atLimit(outcomes),
  }
}

const isDrift = ({ scenario }: Outcome): boolean =>
  scenario.sign === 'positive' && scenario.expects !== 'atLimit'

const delayHours = ({ delay }: Outcome): number => (delay ?? Infinity) / hours(1)

const perStructural = ({ delay, truth }: Outcome): readonly number[] =>
  truth === null ? [] : [(delay ?? Infinity) / truth.structuralLimit]

const perNoiseLimit = ({ delay, truth }: Outcome): readonly number[] =>
  truth === null ? [] : [(delay ?? Infinity) / truth.noiseLimit]

const perHit = ({ delay, truth }: Outcome): readonly number[] =>
  truth === null || truth.hitsLimitAt === null
    ? []
    : [(delay ?? Infinity) / (truth.hitsLimitAt - truth.onset)]

const wrongCalls = (outcomes: readonly Outcome[]): number =>
  outcomes.flatMap(({ calls }) => calls).filter(({ wrong }) => wrong).length

const quietDays = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { quietTime }) => sum + quietTime, 0) / days(1)

const atLimit = (outcomes: readonly Outcome[]): ScenarioFigures['atLimitSeconds'] => {
  const after = outcomes
    .filter(({ scenario }) => scenario.expects === 'atLimit')
    .map(({ atLimitAfter }) => (atLimitAfter ?? Infinity) / seconds(1))
  return { ...spread(after), longest: quantile(after, 1) }
}

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  p90: quantile(values, 0.9),
})

const present = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null)
