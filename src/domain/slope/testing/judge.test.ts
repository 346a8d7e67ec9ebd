import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { Answer, EngineFactory } from './engine.ts'
import { judge } from './judge.ts'
import { predictLinear } from './predictLinear.ts'
import { type Scenario, scenario } from './scenario.ts'
import { NEGATIVES, POSITIVES } from './scenarios.ts'
import { TUNING_SEEDS } from './seeds.ts'
import { still } from './still.ts'
import { drifting } from './drifting.ts'

const LINE = { slopePerHour: 10, limit: 1000, level: 100, knownHours: 30 }

const FACTS = { kind: 'gauge', limit: LINE.limit, days: 4 } as const

const line: Scenario = scenario({ ...FACTS, name: 'a line', sign: 'positive' }, (stage) =>
  drifting(
    stage,
    {
      onset: stage.from + hours(LINE.knownHours),
      level: LINE.level,
      added: (h) => LINE.slopePerHour * h,
      perHour: LINE.slopePerHour,
      limit: LINE.limit,
      noise: 1,
      usualSwing: 20,
    },
    (_, added) => LINE.level + added,
  ),
)

const level: Scenario = scenario({ ...FACTS, name: 'a level', sign: 'negative' }, (stage) =>
  still(stage, () => LINE.level),
)

const stuck: Scenario = scenario(
  { ...FACTS, name: 'stuck', sign: 'positive', expects: 'atLimit', askEvery: seconds(30) },
  (stage) => ({ ...line.generate(1), samples: line.generate(1).samples.filter(({ t }) => t < stage.until) }),
)

/** Calls a drift as soon as the value is above `above`, as one who knows the line. */
const knowing =
  (above: number): EngineFactory =>
  () => {
    let value = 0
    const answer = (): Answer => ({
      slopePerHour: 10,
      ci: [9, 11],
      verdict: value > above ? 'drift' : 'flat',
      etaMs: hours((LINE.limit - value) / 10),
    })
    return {
      push: (_, v) => {
        value = v
      },
      restart: () => undefined,
      assess: answer,
    }
  }

const silent = knowing(Infinity)
const shouting = knowing(-1)

/** Always at its limit. */
const limited: EngineFactory = (facts) => {
  const engine = silent(facts)
  return { ...engine, assess: () => ({ ...engine.assess(), verdict: 'transient', etaMs: 0 }) }
}

describe('judge', () => {
  it('gives one who knows full marks', () => {
    const figures = judge(knowing(200), [line, level], [1, 2, 3])
    expect(figures).toMatchObject({ detection: 1, falseDrifts: 0, falsePer1000Days: 0, leadInFalseDrifts: 0 })
    expect(figures.delayHours.median).toBeCloseTo(10, 0)
    expect(figures.delayPerStructural.p90).toBeCloseTo(5, 0)
    expect(figures.delayPerHit.median).toBeCloseTo(10 / 90, 1)
    expect(figures.slopeError).toBeCloseTo(0, 9)
    expect(figures.etaError).toBeLessThan(0.01)
    expect(figures.coverage).toBe(1)
    expect(figures.negativeDays).toBeGreaterThan(11)
    expect(figures.leadInDays).toBeGreaterThan(3)
  })

  it('finds a silent one infinitely late', () => {
    const figures = judge(silent, [line, level, stuck], [1, 2])
    expect(figures).toMatchObject({ detection: 0, falseDrifts: 0, slopeError: null, etaError: null })
    expect(figures.delayPerStructural).toEqual({ median: Infinity, p90: Infinity })
    expect(figures.atLimitSeconds.longest).toBe(Infinity)
  })

  it('counts a drift that is held from the first to the last sample once, and as no detection', () => {
    const figures = judge(shouting, [line, level], [1, 2])
    expect(figures).toMatchObject({ detection: 0, falseDrifts: 2, leadInFalseDrifts: 2 })
  })

  it('keeps scenarios apart', () => {
    const { scenarios } = judge(knowing(200), [line, level, stuck], [1, 2])
    expect(scenarios.map(({ name, series, found }) => [name, series, found])).toEqual([
      ['a line', 2, 2],
      ['a level', 2, 0],
      ['stuck', 2, 0],
    ])
  })

  it('does not ask a level at its limit for a drift', () => {
    const figures = judge(limited, [stuck], [1])
    expect(figures.detection).toBeNull()
    expect(figures.atLimitSeconds.longest).toBeLessThan(minutes(1) / seconds(1))
  })

  it('answers nulls for nothing', () => {
    expect(judge(silent, [], [1])).toMatchObject({ detection: null, falsePer1000Days: null, coverage: null })
  })

  it('shows what predict_linear is worth', () => {
    const some = [...POSITIVES, ...NEGATIVES].filter(({ name }) =>
      ['off-heap 600 MiB to 4 GiB in 12 h', 'goroutines behind a slow database', 'nightly batch'].includes(
        name,
      ),
    )
    const figures = judge(predictLinear(hours(96)), some, TUNING_SEEDS.slice(0, 3))
    expect(figures.detection).toBe(1)
    expect(figures.falsePer1000Days).toBeGreaterThan(100)
  })
})
