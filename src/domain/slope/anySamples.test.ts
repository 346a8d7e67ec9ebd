import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { assess } from './assess.ts'
import { type Assessment, assessSeries } from './assessment.ts'
import { driftEngine } from './driftEngine.ts'
import { driftMemory } from './driftMemory.ts'
import { feed, feedRestart } from './feed.ts'
import { START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

const kind = fc.constantFrom('gauge' as const, 'counter' as const)
const limit = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined })

const VERDICTS = ['flat', 'drift', 'transient', 'insufficient']

function expectSound({ verdict, slopePerHour, ci, etaMs, etaRange, windowHours }: Assessment): void {
  expect(VERDICTS).toContain(verdict)
  expect(slopePerHour).not.toBeNaN()
  expect(ci[0]).toBeLessThanOrEqual(slopePerHour)
  expect(ci[1]).toBeGreaterThanOrEqual(slopePerHour)
  expect(etaMs ?? 0).toBeGreaterThanOrEqual(0)
  expect(etaRange?.earliest ?? 0).toBeGreaterThanOrEqual(0)
  expect(etaRange?.latest ?? 0).toBeGreaterThanOrEqual(0)
  expect(windowHours).toBeGreaterThanOrEqual(0)
}

describe('whatever comes', () => {
  const anyTime = fc.oneof(
    fc.integer({ min: 0, max: 5e9 }).map((t) => START + t),
    fc.double({ min: -1e15, max: 1e15 }),
    fc.constantFrom(0, -1, 1e15, -1e15, Number.NaN, Infinity, -Infinity),
  )
  const anyValue = fc.oneof(
    fc.double({ min: -1e308, max: 1e308 }),
    fc.integer({ min: -9, max: 9 }),
    fc.constantFrom(0, 1e308, -1e308, 5e-324, 1e-30, 1e30, Number.NaN, Infinity, -Infinity),
  )
  const anyLimit = fc.oneof(limit, fc.constantFrom(0, -7, 1e30, Number.NaN, Infinity, -Infinity))

  it('times in any order, any values: an answer', () => {
    const samples = fc.array(fc.record({ t: anyTime, v: anyValue }), { maxLength: 200 })
    fc.assert(
      fc.property(
        samples,
        kind,
        anyLimit,
        fc.array(anyTime, { maxLength: 5 }),
        (list, of, most, restarts) => {
          expectSound(assess(list, { kind: of, limit: most, restarts }))
          expectSound(
            assess(
              list.toSorted((a, b) => a.t - b.t),
              { kind: of, limit: most, restarts },
            ),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('any values, one after the other: an answer at each hour', () => {
    const story = fc.record({
      seed: fc.nat(),
      every: fc.constantFrom(0.5, 5, 30, 400),
      values: fc.array(anyValue, { minLength: 1, maxLength: 12 }),
      kind,
      limit: anyLimit,
    })
    fc.assert(
      fc.property(story, ({ seed, every, values, ...options }) => {
        const random = seededRandom(seed)
        const engine = driftEngine(options)
        for (let i = 0; i < 700; i++) {
          const v =
            (values[random.integer(0, values.length - 1)] ?? 0) * (random.chance(0.5) ? 1 : 1 + i / 100)
          engine.push(START + i * minutes(every), v)
          if (i % 60 === 0) expectSound(engine.assess())
        }
      }),
      { numRuns: 40 },
    )
  })

  it('no neighbour in the memory is touched by it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ t: anyTime, v: anyValue }), { maxLength: 60 }), (list) => {
        const memory = driftMemory(3)
        for (const { t, v } of list) {
          feed(memory.at(1), { kind: 'gauge' }, t, v)
          feedRestart(memory.at(1), t)
        }
        for (const slot of [0, 2]) {
          expect(assessSeries(memory.at(slot), { kind: 'gauge' })).toEqual(assess([], { kind: 'gauge' }))
        }
      }),
    )
  })
})
