import { driftEngine } from '#src/domain/slope/driftEngine.ts'
import type { EngineFactory } from '#src/domain/slope/testing/engine.ts'
import { judgeSeries, type Outcome } from '#src/domain/slope/testing/judgeSeries.ts'
import { predictLinear } from '#src/domain/slope/testing/predictLinear.ts'
import { SCENARIOS } from '#src/domain/slope/testing/scenarios.ts'
import { hours } from '#src/domain/time/units.ts'
import type { SlopeOptions } from './slopeOptions.ts'

export const ENGINE = 'engine'
const ENGINE_LIMITED = 'engine, with limit'

const PEERS: readonly (readonly [name: string, factory: EngineFactory])[] = [
  ['predict_linear 24 h', predictLinear(hours(24))],
  ['predict_linear 96 h', predictLinear(hours(96))],
]

/** The outcomes of each contender on the same series, by its name; peers get the series that have a limit. */
export const judgeAll = (options: SlopeOptions): ReadonlyMap<string, readonly Outcome[]> => {
  const outcomes = new Map<string, Outcome[]>()
  const keep = (name: string, outcome: Outcome): void => {
    const kept = outcomes.get(name)
    if (kept === undefined) outcomes.set(name, [outcome])
    else kept.push(outcome)
  }
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(options.only))
  for (const scenario of scenarios) {
    for (const seed of scenario.sign === 'positive' ? options.positiveSeeds : options.negativeSeeds) {
      const series = scenario.generate(seed)
      const outcome = judgeSeries(driftEngine, scenario, seed, series)
      keep(ENGINE, outcome)
      if (scenario.limit === undefined) continue
      keep(ENGINE_LIMITED, outcome)
      for (const [name, factory] of PEERS) keep(name, judgeSeries(factory, scenario, seed, series))
    }
  }
  return outcomes
}
