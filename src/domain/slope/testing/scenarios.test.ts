import { describe, expect, it } from 'vitest'
import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import { mean } from './quantile.ts'
import type { Sample, Scenario, Series, Truth } from './scenario.ts'
import { NEGATIVES, POSITIVES, SCENARIOS } from './scenarios.ts'

const SEED = 4242

/** Days. What is longer is made of the same parts, and takes its time to be made twice. */
const LONG = 14

const made = new Map<string, Series>()

/** The same series is looked at by several tests. */
const seriesOf = (scenario: Scenario, seed = SEED): Series => {
  const key = `${scenario.name} ${seed}`
  const series = made.get(key) ?? scenario.generate(seed)
  made.set(key, series)
  return series
}

const sameSeries = (a: Series, b: Series): boolean =>
  a.samples.length === b.samples.length &&
  a.samples.every(({ t, v }, index) => t === b.samples[index]?.t && Object.is(v, b.samples[index]?.v))

/** The line through samples from `from` on, in units per hour. */
const lineOf = (
  samples: readonly Sample[],
): { readonly slope: number; readonly at: (t: EpochMs) => number } => {
  const t0 = mean(samples.map(({ t }) => t)) ?? 0
  const v0 = mean(samples.map(({ v }) => v)) ?? 0
  const products = samples.reduce((sum, { t, v }) => sum + (t - t0) * (v - v0), 0)
  const squares = samples.reduce((sum, { t }) => sum + (t - t0) ** 2, 0)
  return { slope: (products / squares) * hours(1), at: (t) => v0 + (products / squares) * (t - t0) }
}

const between = (samples: readonly Sample[], from: EpochMs, to: EpochMs): readonly Sample[] =>
  samples.filter(({ t, v }) => t >= from && t < to && !Number.isNaN(v))

/** As many whole days as fit, so that the daily curve adds no slope; all of it when there is not even one. */
const wholeDays = (from: EpochMs, to: EpochMs): EpochMs =>
  to - from < days(1) ? to : from + Math.floor((to - from) / days(1)) * days(1)

/** A counter as the mean rate of each quarter of an hour. */
const ratesOf = (samples: readonly Sample[]): readonly Sample[] => {
  const coarse = samples.filter((_, index) => index % 30 === 0)
  return coarse.slice(1).flatMap(({ t, v }, index) => {
    const before = coarse[index]
    return before === undefined || v < before.v ? [] : [{ t, v: ((v - before.v) / (t - before.t)) * 1000 }]
  })
}

const levelsOf = (scenario: Scenario, { samples }: Series): readonly Sample[] =>
  scenario.kind === 'counter' ? ratesOf(samples) : samples

describe('every scenario', () => {
  it('has a name of its own', () => {
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length)
    expect(NEGATIVES.length).toBeGreaterThan(POSITIVES.length)
  })

  it.each(SCENARIOS)('$name: the same for the same seed, another for another', (scenario) => {
    const series = seriesOf(scenario)
    const { samples, restarts } = series
    const [first, last] = [samples[0]?.t ?? 0, samples.at(-1)?.t ?? 0]
    expect(scenario.days > LONG || sameSeries(scenario.generate(SEED), series)).toBe(true)
    expect(sameSeries(seriesOf(scenario, SEED + 1), series)).toBe(false)
    expect(last - first).toBeLessThanOrEqual(days(scenario.days))
    expect(samples.length).toBeGreaterThan(500)
    expect(restarts).toEqual(restarts.toSorted((a, b) => a - b))
    expect(samples.every(({ v }) => Number.isNaN(v) || v >= 0)).toBe(true)
    expect(series.truth === null).toBe(scenario.sign === 'negative')
  })
})

/** Where a restart frees what has leaked, only the time up to the first one is a line. */
const lineEnds = ({ samples, restarts }: Series, { onset }: Truth): EpochMs =>
  Math.min(samples.at(-1)?.t ?? 0, ...restarts.filter((t) => t > onset))

describe('a positive scenario', () => {
  const straight = POSITIVES.filter((scenario) => seriesOf(scenario).truth?.slopePerHour !== null)

  it.each(straight)('$name: rises as its truth says', (scenario) => {
    const ratios = [SEED, SEED + 1].map((seed) => {
      const series = seriesOf(scenario, seed)
      const { truth } = series
      if (truth === null || truth.slopePerHour === null) return Number.NaN
      const to = wholeDays(truth.onset, lineEnds(series, truth))
      return lineOf(between(levelsOf(scenario, series), truth.onset, to)).slope / truth.slopePerHour
    })
    expect(Math.abs((mean(ratios) ?? 0) - 1)).toBeLessThan(0.12)
  })

  const limited = POSITIVES.filter(
    (scenario) => scenario.expects === undefined && seriesOf(scenario).truth?.hitsLimitAt !== null,
  )

  it.each(limited)('$name: reaches its limit when its truth says', (scenario) => {
    const { truth, samples } = seriesOf(scenario)
    const [onset, hit] = [truth?.onset ?? 0, truth?.hitsLimitAt ?? 0]
    // A line is drawn on to the hit, however far away; of a curve only the end is straight enough.
    const from = truth?.slopePerHour === null ? hit - (hit - onset) / 20 : onset
    const seen = between(
      samples,
      from,
      truth?.slopePerHour === null ? hit : wholeDays(onset, samples.at(-1)?.t ?? 0),
    )
    expect(Math.abs(lineOf(seen).at(hit) / (scenario.limit ?? 0) - 1)).toBeLessThan(0.12)
  })

  it.each(POSITIVES.filter(({ expects }) => expects === 'atLimit'))(
    '$name: stands at its limit',
    (scenario) => {
      const { samples, truth } = seriesOf(scenario)
      const after = samples.filter(({ t }) => t > (truth?.hitsLimitAt ?? 0))
      expect(after.length).toBeGreaterThan(100)
      expect(after.filter(({ v }) => v < 0.98 * (scenario.limit ?? 0))).toEqual([])
    },
  )

  it.each(POSITIVES)('$name: can be seen before it hits', (scenario) => {
    const { truth, samples } = seriesOf(scenario)
    if (truth === null) return
    expect(truth.structuralLimit).toBeGreaterThanOrEqual(truth.noiseLimit)
    expect(truth.onset + truth.structuralLimit).toBeLessThan(samples.at(-1)?.t ?? 0)
    expect(truth.onset + truth.structuralLimit).toBeLessThan(truth.hitsLimitAt ?? Infinity)
  })
})

/** Whether each quarter of it lies clearly above the one before. */
const climbs = (levels: readonly Sample[]): boolean => {
  const valid = levels.filter(({ v }) => !Number.isNaN(v))
  const size = valid.length / 4
  const quarters = [0, 1, 2, 3].map(
    (quarter) => mean(valid.slice(quarter * size, (quarter + 1) * size).map(({ v }) => v)) ?? 0,
  )
  return quarters.every((value, quarter) => quarter === 0 || value > 1.08 * (quarters[quarter - 1] ?? 0))
}

describe('a negative scenario', () => {
  it.each(NEGATIVES)('$name: does not climb from quarter to quarter', (scenario) => {
    const climbing = [SEED, SEED + 1].filter((seed) => climbs(levelsOf(scenario, seriesOf(scenario, seed))))
    expect(climbing).toEqual([])
  })

  it.each(NEGATIVES.filter(({ limit }) => limit !== undefined))(
    '$name: stays below its limit',
    (scenario) => {
      const { samples } = seriesOf(scenario)
      const beyond = samples.filter(({ v }) => v >= (scenario.limit ?? Infinity)).length
      const allowed = scenario.name.includes('outliers') ? 0.01 * samples.length : 0
      expect(beyond).toBeLessThanOrEqual(allowed)
    },
  )
})
