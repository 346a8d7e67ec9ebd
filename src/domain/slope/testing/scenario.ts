import { days, type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { A_MONDAY } from './calendar.ts'
import { type Random, seededRandom } from './random.ts'

export type Sample = { readonly t: EpochMs; readonly v: number }

/** What a perfect observer would know of a drift. */
export type Truth = {
  readonly onset: EpochMs
  /** In units (gauge) or units per second (counter) per hour; null where the drift is no straight line. */
  readonly slopePerHour: number | null
  /** When the level without its daily curve and noise reaches the limit; null without limit or after 400 days. */
  readonly hitsLimitAt: EpochMs | null
  /** From the onset to where noise alone lets half of all perfect observers see it. */
  readonly noiseLimit: DurationMs
  /** The same when the daily curve is not known either; never shorter. */
  readonly structuralLimit: DurationMs
}

export type Series = {
  readonly samples: readonly Sample[]
  /** Starts of the process that its metrics tell of, in order. */
  readonly restarts: readonly EpochMs[]
  readonly truth: Truth | null
}

export type ScenarioFacts = {
  readonly name: string
  readonly sign: 'positive' | 'negative'
  /** What must be said of a positive one: a drift, or a level that stands at its limit. */
  readonly expects?: 'atLimit'
  /** The number of the war story it comes from. */
  readonly story?: number
  readonly kind: 'gauge' | 'counter'
  readonly limit?: number
  /** The longest it takes; a series ends when the limit is reached. */
  readonly days: number
  /** How often an engine has to be asked, 5 min unless told. */
  readonly askEvery?: DurationMs
}

export type Scenario = ScenarioFacts & { readonly generate: (seed: number) => Series }

/** Where and when a series is made: parameters and noise are drawn from `random`. */
export type Stage = { readonly random: Random; readonly from: EpochMs; readonly until: EpochMs }

/** A scenario from its facts and the way to build one series; each seed starts at its own hour of the week. */
export const scenario = (facts: ScenarioFacts, build: (stage: Stage) => Series): Scenario => ({
  ...facts,
  generate: (seed) => {
    const random = seededRandom(seed, facts.name)
    const from = A_MONDAY + Math.floor(random.uniform(0, days(7)))
    return build({ random, from, until: from + days(facts.days) })
  },
})

/** Times from `from` to `until` at distances drawn evenly from `between` hours. */
export const timesBetween = (
  { random, from, until }: Stage,
  between: readonly [number, number],
): readonly EpochMs[] => {
  const times: EpochMs[] = []
  const step = (): DurationMs => Math.floor(hours(random.uniform(...between)))
  for (let t = from + step(); t < until; t += step()) times.push(t)
  return times
}
