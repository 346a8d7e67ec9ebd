import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fleetOf } from './testing/fleetOf.ts'
import { mayBeGreen } from './testing/mayBeGreen.ts'
import { happen, type Happening, type World, worldOf } from './testing/world.ts'
import { allRows } from './watch.ts'

/**
 * Five pods of three services: enough for the dashboard to find itself blind. One of them has no health endpoint, and
 * of two it is also asked whether they are ready.
 */
const FLEET = fleetOf({
  orders: 2,
  redis: { pods: 1, endpoints: { health: false } },
  web: { pods: 2, endpoints: { ready: '/ready' } },
})

const healthLetter = fc.constantFrom('G', 'G', 'G', 'G', 'O', 'D', 'D', 'U', 'T', 'R', 'H', 'S', 'N', 'N')
const metricsLetter = fc.constantFrom('G', 'G', 'G', 'D', 'T', 'R', 'S', 'N')
const readyLetter = fc.constantFrom('G', 'G', 'G', 'O', 'D', 'D', 'U', 'T', 'T', 'H', 'S')
const LETTERS = { health: healthLetter, ready: readyLetter, metrics: metricsLetter }

/** Set by more than a slew, and by more than the answer under way takes: the smallest jumps cannot be told. */
const jumpBy = fc.oneof(fc.integer({ min: 5000, max: 90_000 }), fc.integer({ min: -90_000, max: -5000 }))
const rarely = <T>(something: fc.Arbitrary<T>, usual: T) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: something })

const answer = (endpoint: 'health' | 'ready' | 'metrics'): fc.Arbitrary<Happening> =>
  fc.record({
    kind: fc.constant('answer' as const),
    // The first more often than the others, so that more than one thing happens to the same pod.
    pod: endpoint === 'ready' ? fc.constantFrom(3, 3, 3, 4) : fc.constantFrom(0, 0, 0, 0, 1, 2, 2, 3, 3, 4),
    endpoint: fc.constant(endpoint),
    letter: LETTERS[endpoint],
    freshFor: fc.constantFrom(3000, 15_000, 45_000),
    delay: rarely(fc.nat({ max: 3000 }), 0),
    lost: rarely(fc.constant(true), false),
    jump: rarely(jumpBy, 0),
  })

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: answer('health') },
  { weight: 4, arbitrary: answer('metrics') },
  { weight: 4, arbitrary: answer('ready') },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      time: fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 20_000 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('all' as const),
      letter: fc.constantFrom('G', 'G', 'T', 'R', 'D'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), by: jumpBy }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat({ max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      state: fc.constantFrom('up', 'up', 'offline', 'home-unreachable'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reload' as const }) },
)

const history = fc.array(happening, { maxLength: 40, size: 'max' })

/** What is green and should not be. */
function falseGreens(world: World): string[] {
  return allRows(world.watch).flatMap(({ name, light, pods }) => {
    const service = FLEET.services.find((one) => one.name === name)
    const green = light === 'green' ? pods : pods.filter((pod) => pod.light === 'green')
    const unseen = green.filter((pod) => service === undefined || !mayBeGreen(world, service, pod.name))
    return unseen.map((pod) => `${pod.name} in a row that is ${light}`)
  })
}

/** A machine that is busy with other things may take its time. */
const PATIENCE = 60_000

describe(
  'whatever answers, fails, is late, lost or told twice, and however the clock jumps',
  { timeout: PATIENCE },
  () => {
    it('nothing is green that was not seen healthy within the freshness window', () => {
      const greens = { all: 0, web: 0 }
      fc.assert(
        fc.property(history, (happenings) => {
          const world = worldOf(FLEET)
          for (const one of happenings) {
            happen(world, one)
            const faults = falseGreens(world)
            if (faults.length > 0) throw new Error(faults.join(', '))
            const green = allRows(world.watch).filter((row) => row.light === 'green')
            greens.all += green.length
            greens.web += green.some((row) => row.name === 'web') ? 1 : 0
          }
        }),
        { numRuns: 2500 },
      )
      // A watch that shows no green at all would pass: it must show some thousands.
      expect(greens.all).toBeGreaterThan(2000)
      expect(greens.web).toBeGreaterThan(500)
    })

    it('the strip is green only where every row is, and grey while blind', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          const world = worldOf(FLEET)
          for (const one of happenings) {
            const { strip } = happen(world, one)
            const lights = allRows(world.watch).map((row) => row.light)
            const allGreen =
              lights.length === FLEET.services.length && lights.every((light) => light === 'green')
            expect(strip.light === 'green').toBe(allGreen && strip.blind === null)
            expect(strip.counts.green).toBe(lights.filter((light) => light === 'green').length)
          }
        }),
      )
    })

    it('every light but green has a reason, or is the last known; green has none', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          const world = worldOf(FLEET)
          for (const one of happenings) {
            const { strip } = happen(world, one)
            for (const row of allRows(world.watch)) {
              const old = strip.blind !== null && row.light === 'unknown'
              expect(old || row.reasons.length > 0 === (row.light !== 'green')).toBe(true)
            }
          }
        }),
      )
    })

    it('a row is given exactly when it is another one than before', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          const world = worldOf(FLEET)
          for (const one of happenings) {
            const before = allRows(world.watch)
            const { rows } = happen(world, one)
            const after = allRows(world.watch)
            const changed = after.filter((row) => one.kind === 'reload' || !before.includes(row))
            expect(rows).toEqual(changed)
          }
        }),
      )
    })
  },
)
