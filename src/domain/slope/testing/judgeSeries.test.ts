import { describe, expect, it } from 'vitest'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Answer, EngineFactory } from './engine.ts'
import { judgeSeries } from './judgeSeries.ts'
import type { Sample, Scenario, Series, Truth } from './scenario.ts'

const flat: Answer = { slopePerHour: 0, ci: [0, 0], verdict: 'flat', etaMs: null }
const drift: Answer = { slopePerHour: 10, ci: [8, 12], verdict: 'drift', etaMs: null, reason: 'rising' }
const full: Answer = { ...flat, verdict: 'transient', etaMs: 0 }

/** The time so many hours after the epoch. */
const at = (hour: number): EpochMs => hour * 3_600_000

/** An engine that answers by the hour of its last sample. */
const scripted =
  (answerAt: (hour: number) => Answer): EngineFactory =>
  () => {
    let now = 0
    return {
      push: (t) => {
        now = t
      },
      restart: () => undefined,
      assess: () => answerAt(now / hours(1)),
    }
  }

const minutely = (from: number, to: number): readonly Sample[] =>
  Array.from({ length: (to - from) * 60 }, (_, index) => ({ t: at(from) + minutes(index), v: 0 }))

const truth: Truth = {
  onset: at(10),
  slopePerHour: 10,
  hitsLimitAt: at(30),
  noiseLimit: hours(1),
  structuralLimit: hours(2),
}

const positive: Series = { samples: minutely(0, 30), restarts: [], truth }
const negative: Series = { ...positive, truth: null }

const scenario = (sign: Scenario['sign']): Scenario => ({
  name: 'a test',
  sign,
  kind: 'gauge',
  days: 2,
  generate: () => positive,
})

const judged = (answerAt: (hour: number) => Answer, series: Series): ReturnType<typeof judgeSeries> =>
  judgeSeries(scripted(answerAt), scenario(series.truth === null ? 'negative' : 'positive'), 1, series)

const during = (from: number, to: number) => (hour: number) => (hour >= from && hour < to ? drift : flat)

/** Says itself that it calls a drift, for two minutes. */
const prompt: EngineFactory = (facts) => {
  const engine = scripted(during(3.02, 3.05))(facts)
  return { ...engine, drifting: () => engine.assess().verdict === 'drift' }
}

const after12 = (more: Partial<Answer>) => (hour: number) => (hour < 12 ? flat : { ...drift, ...more })

describe('calls', () => {
  const rows: readonly {
    readonly name: string
    readonly answerAt: (hour: number) => Answer
    readonly expected: readonly (readonly [afterHours: number, heldHours: number])[]
  }[] = [
    { name: 'silent', answerAt: () => flat, expected: [] },
    { name: 'one that is held is one', answerAt: during(3, 9), expected: [[3, 6]] },
    {
      name: 'released and called again',
      answerAt: (hour) => (hour % 10 >= 5 ? drift : flat),
      expected: [
        [5, 5],
        [15, 5],
        [25, 4.98],
      ],
    },
    { name: 'held to the end', answerAt: during(20, 99), expected: [[20, 9.98]] },
    { name: 'shorter than five minutes is not heard', answerAt: during(3.02, 3.05), expected: [] },
  ]

  it.each(rows)('$name', ({ answerAt, expected }) => {
    const { calls } = judged(answerAt, negative)
    expect(calls.map(({ after, held }) => [after / hours(1), held / hours(1)])).toEqual(
      expected.map(([after, held]) => [expect.closeTo(after, 1), expect.closeTo(held, 1)]),
    )
    expect(calls.every(({ wrong, reason }) => wrong && reason === 'rising')).toBe(true)
  })

  it('are heard at once from an engine that says when', () => {
    expect(judgeSeries(prompt, scenario('negative'), 1, negative).calls.length).toBe(1)
  })

  it('are not asked for while an engine says that there are none, but for a level at its limit', () => {
    const asked: number[] = []
    const factory: EngineFactory = () => ({
      push: () => undefined,
      restart: () => undefined,
      assess: () => (asked.push(1), flat),
      drifting: () => false,
    })
    judgeSeries(factory, scenario('negative'), 1, negative)
    expect(asked.length).toBe(0)
    judgeSeries(factory, { ...scenario('positive'), expects: 'atLimit' }, 1, positive)
    expect(asked.length).toBe(360)
  })

  it.each([
    { name: 'soon after a restart', restart: 4.5, expected: true },
    { name: 'long after it', restart: 3, expected: false },
    { name: 'before it', restart: 5.5, expected: false },
  ])('know a start-up: $name', ({ restart, expected }) => {
    const { calls } = judged(during(5, 6), { ...negative, restarts: [at(restart)] })
    expect(calls.map(({ inStartUp }) => inStartUp)).toEqual([expected])
  })
})

describe('delay', () => {
  const rows = [
    { name: 'from the onset to the call', answerAt: during(14, 99), expected: 4 },
    { name: 'never', answerAt: () => flat, expected: Infinity },
    { name: 'a call before the onset finds nothing', answerAt: during(9, 99), expected: Infinity },
    {
      name: 'the right one after a wrong one',
      answerAt: (hour: number) => (hour < 5 || hour >= 12 ? drift : flat),
      expected: 2,
    },
    { name: 'too late is never', answerAt: during(29, 99), expected: Infinity, hit: 28 },
  ]

  it.each(rows)('$name', ({ answerAt, expected, hit }) => {
    const { delay } = judged(answerAt, { ...positive, truth: { ...truth, hitsLimitAt: at(hit ?? 30) } })
    expect((delay ?? Infinity) / hours(1)).toBeCloseTo(expected, 1)
  })
})

describe('scores', () => {
  it.each([
    { name: 'right', more: {}, slope: 0, covered: 1 },
    { name: 'too steep', more: { slopePerHour: 12 }, slope: 0.2, covered: 1 },
    { name: 'an interval beside it', more: { slopePerHour: 5, ci: [4, 6] as const }, slope: 0.5, covered: 0 },
    {
      name: 'an interval without end says nothing',
      more: { ci: [Number.NEGATIVE_INFINITY, Infinity] as const },
      slope: 0,
      covered: 0,
    },
  ])('slope and interval: $name', ({ more, slope, covered }) => {
    const { slopeError, coverage } = judged(after12(more), positive)
    expect(slopeError).toBeCloseTo(slope, 9)
    expect(coverage).toBe(covered)
  })

  it.each([
    { name: 'half of it', eta: (hour: number) => hours((30 - hour) / 2), expected: 0.5 },
    { name: 'right', eta: (hour: number) => hours(30 - hour), expected: 0 },
    { name: 'none', eta: () => null, expected: 1 },
  ])('time to limit: $name', ({ eta, expected }) => {
    const { etaError } = judged((hour) => (hour < 12 ? flat : { ...drift, etaMs: eta(hour) }), positive)
    expect(etaError).toBeCloseTo(expected, 9)
  })

  it('are missing where there is no line and no limit', () => {
    const unknown = { ...positive, truth: { ...truth, slopePerHour: null, hitsLimitAt: null } }
    expect(judged(during(12, 99), unknown)).toMatchObject({
      slopeError: null,
      etaError: null,
      coverage: null,
    })
  })
})

describe('the rest', () => {
  it('tells when the limit was seen to be reached, after the onset only', () => {
    const { atLimitAfter } = judged((hour) => (hour < 5 || hour > 13 ? full : flat), positive)
    expect((atLimitAfter ?? 0) / hours(1)).toBeCloseTo(3, 0)
  })

  it('counts the time with samples as quiet, up to the onset', () => {
    const gappy = { ...negative, samples: [...minutely(0, 10), ...minutely(20, 30)] }
    expect(judged(() => flat, positive).quietTime).toBe(hours(10) - minutes(1))
    expect(judged(() => flat, gappy).quietTime).toBe(hours(20) - minutes(2))
    expect(judged(() => flat, gappy).quietTime).toBeLessThan(days(1))
  })

  it('tells the engine of restarts before the first sample after them, and everything in order', () => {
    const told: string[] = []
    const factory: EngineFactory = () => ({
      push: (t) => told.push(`push ${t}`),
      restart: (t) => told.push(`restart ${t}`),
      assess: () => flat,
    })
    const samples = [1, 5, 3, 9].map((t) => ({ t, v: 0 }))
    judgeSeries(factory, scenario('negative'), 1, { samples, restarts: [4, 5, 20], truth: null })
    expect(told).toEqual(['push 1', 'restart 4', 'restart 5', 'push 5', 'push 3', 'push 9'])
  })
})
