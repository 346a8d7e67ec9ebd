import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { assess, type SlopeSample } from './assess.ts'
import { assessSeries } from './assessment.ts'
import { driftEngine } from './driftEngine.ts'
import { driftMemory } from './driftMemory.ts'
import { feed, feedRestart, type SeriesOptions } from './feed.ts'
import { samplesOf, START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

type Told = {
  readonly samples: readonly SlopeSample[]
  readonly restarts: readonly EpochMs[]
  readonly options: SeriesOptions
}

const kind = fc.constantFrom('gauge' as const, 'counter' as const)
const limit = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined })

/** Hours of a rise with pauses, jumps back, things that are no numbers, and restarts. */
const told: fc.Arbitrary<Told> = fc
  .record({
    seed: fc.nat(),
    lasting: fc.integer({ min: 1, max: 60 }),
    perHour: fc.constantFrom(-20, 0, 10, 200),
    bad: fc.array(
      fc.record({
        at: fc.nat(3000),
        t: fc.integer({ min: -9e6, max: 9e6 }),
        v: fc.constantFrom(Number.NaN, Infinity, 0, 1e9, -5),
      }),
      { maxLength: 20 },
    ),
    restarts: fc.array(fc.integer({ min: -1, max: 60 }), { maxLength: 3 }),
    kind,
    limit,
  })
  .map(({ seed, lasting, perHour, bad, restarts, ...options }) => {
    const random = seededRandom(seed)
    const samples = samplesOf((h) => 300 + perHour * h + 20 * random.normal(), lasting, { every: minutes(3) })
    for (const { at, t, v } of bad) {
      const near = samples[at % samples.length]
      if (near !== undefined) samples.splice(at % samples.length, 0, { t: near.t + t, v })
    }
    return { samples, restarts: restarts.map((h) => START + hours(h)), options }
  })

type Step = { readonly push: SlopeSample } | { readonly restart: EpochMs }

/** Samples with the restarts where `assess` takes them: before the first sample that is not earlier. */
function stepsOf({ samples, restarts }: Told): Step[] {
  const left = restarts.toSorted((a, b) => a - b)
  return samples.flatMap((push): Step[] => {
    const due = left.filter((t) => t <= push.t)
    left.splice(0, due.length)
    return [...due.map((restart) => ({ restart })), { push }]
  })
}

describe('assess', () => {
  it('says what an engine says that was told one by one', () => {
    fc.assert(
      fc.property(told, (series) => {
        const engine = driftEngine(series.options)
        for (const step of stepsOf(series)) {
          if ('restart' in step) engine.restart(step.restart)
          else engine.push(step.push.t, step.push.v)
        }
        expect(assess(series.samples, { ...series.options, restarts: series.restarts })).toEqual(
          engine.assess(),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says the same of each of many series in one memory', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 2, maxLength: 4 }), fc.nat(), (all, seed) => {
        const memory = driftMemory(all.length)
        const random = seededRandom(seed)
        const queues = all.map((series, slot) => ({
          slot,
          options: series.options,
          steps: stepsOf(series),
          done: 0,
        }))
        for (
          let open = queues;
          open.length > 0;
          open = open.filter(({ done, steps }) => done < steps.length)
        ) {
          const queue = open[random.integer(0, open.length - 1)]
          if (queue === undefined) break
          const from = queue.done
          queue.done += random.integer(1, 40)
          for (const step of queue.steps.slice(from, queue.done)) {
            if ('restart' in step) feedRestart(memory.at(queue.slot), step.restart)
            else feed(memory.at(queue.slot), queue.options, step.push.t, step.push.v)
          }
        }
        for (const [slot, { samples, restarts, options }] of all.entries()) {
          expect(assessSeries(memory.at(slot), options)).toEqual(assess(samples, { ...options, restarts }))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('takes restarts in any order, and those after the last sample as not yet there', () => {
    const samples = samplesOf((h) => 600 + 30 * h, 40, { every: minutes(1) })
    const [early, late] = [START + hours(2), START + hours(3)]
    const options = { kind: 'gauge' } as const
    expect(assess(samples, { ...options, restarts: [late, early] })).toEqual(
      assess(samples, { ...options, restarts: [early, late] }),
    )
    expect(assess(samples, { ...options, restarts: [START + hours(99)] })).toEqual(assess(samples, options))
  })
})
