import { driftEngine } from '#src/domain/slope/driftEngine.ts'
import { BYTES_PER_SERIES } from '#src/domain/slope/driftMemory.ts'
import { median } from '#src/domain/slope/testing/quantile.ts'
import type { Scenario, Series } from '#src/domain/slope/testing/scenario.ts'
import { SCENARIOS } from '#src/domain/slope/testing/scenarios.ts'
import { TUNING_SEEDS } from '#src/domain/slope/testing/seeds.ts'

export type SlopeCost = {
  readonly nsPerSample: number
  readonly microsPerAssess: number
  readonly bytesPerSeries: number
}

const ROUNDS = 3
const SAMPLES = 20_000
const ASSESS_EVERY = 200
/** Every third scenario is enough of a mix. */
const STRIDE = 3

/** CPU time of `push` and of `assess` over the first week of many kinds of series, warm, median of rounds. */
export const slopeCost = (): SlopeCost => {
  const mix = SCENARIOS.filter((_, index) => index % STRIDE === 0).map((scenario) => ({
    scenario,
    series: scenario.generate(TUNING_SEEDS[0] ?? 1),
  }))
  const rounds = Array.from({ length: ROUNDS + 1 }, () => roundOf(mix)).slice(1)
  const samples = mix.reduce((sum, { series }) => sum + Math.min(SAMPLES, series.samples.length), 0)
  const pushed = rounds.map(({ push }) => (push * 1000) / samples)
  const assessed = rounds.map(({ assess, asked }) => assess / asked)
  return {
    nsPerSample: median(pushed) ?? Number.NaN,
    microsPerAssess: median(assessed) ?? Number.NaN,
    bytesPerSeries: BYTES_PER_SERIES,
  }
}

/** Microseconds of this process that `run` took. */
const cpuOf = (run: () => void): number => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const roundOf = (
  mix: readonly { readonly scenario: Scenario; readonly series: Series }[],
): { readonly push: number; readonly assess: number; readonly asked: number } => {
  let [both, push, asked] = [0, 0, 0]
  for (const { scenario, series } of mix) {
    push += cpuOf(() => feed(scenario, series, () => undefined))
    both += cpuOf(() =>
      feed(scenario, series, (engine) => {
        engine.assess()
        asked += 1
      }),
    )
  }
  return { push, assess: both - push, asked }
}

const feed = (
  { kind, limit }: Scenario,
  { samples, restarts }: Series,
  ask: (engine: ReturnType<typeof driftEngine>) => void,
): void => {
  const engine = driftEngine(limit === undefined ? { kind } : { kind, limit })
  let restarted = 0
  for (const [index, { t, v }] of samples.slice(0, SAMPLES).entries()) {
    for (; (restarts[restarted] ?? Infinity) <= t; restarted += 1) engine.restart(restarts[restarted] ?? t)
    engine.push(t, v)
    if (index % ASSESS_EVERY === 0) ask(engine)
  }
}
