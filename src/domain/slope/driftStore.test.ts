import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { driftEngine } from './driftEngine.ts'
import { BYTES_PER_SERIES } from './driftMemory.ts'
import { driftStore } from './driftStore.ts'

const START = Date.UTC(2026, 10, 1)
const GAUGE = { kind: 'gauge', limit: 1000 } as const

describe('many series in one store', () => {
  it('says of each what an engine of its own would say, whatever the others do', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 0, max: 900 }), fc.boolean()), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(steps, (moves) => {
        const store = driftStore()
        const engines = Array.from({ length: 5 }, () => driftEngine(GAUGE))
        for (const [i, [which, value, restarts]] of moves.entries()) {
          const t = START + i * minutes(3)
          const engine = engines[which]
          if (restarts && i % 40 === 0) {
            store.restart(`${which}`, t)
            if (store.assess(`${which}`, GAUGE) !== null) engine?.restart(t)
          }
          store.push(`${which}`, GAUGE, t, value)
          engine?.push(t, value)
        }
        for (const [which, engine] of engines.entries()) {
          const nothing = driftEngine(GAUGE).assess()
          expect(store.assess(`${which}`, GAUGE) ?? nothing).toEqual(engine.assess())
          expect(store.isDrifting(`${which}`)).toBe(engine.drifting())
        }
      }),
      { numRuns: 30 },
    )
  })

  it('finds the one that leaks among those that do not', () => {
    const store = driftStore()
    for (let t = START; t < START + hours(30); t += seconds(30)) {
      const age = (t - START) / hours(1)
      store.push('leaks', GAUGE, t, 100 + 10 * age)
      store.push('is still', GAUGE, t, 100)
    }
    expect(['leaks', 'is still'].map((name) => store.isDrifting(name))).toEqual([true, false])
    expect(store.assess('leaks', GAUGE)?.slopePerHour).toBeCloseTo(10, 1)
    expect(store.explain('leaks', GAUGE, [], [])?.line?.toValue).toBeCloseTo(395, 1)
    expect(store.explain('nobody', GAUGE, [], [])).toBeNull()
  })

  it('knows nothing of a name without a sample', () => {
    const store = driftStore()
    store.restart('nobody', START)
    store.drop('nobody')
    expect([store.assess('nobody', GAUGE), store.isDrifting('nobody'), store.size().series]).toEqual([
      null,
      false,
      0,
    ])
  })

  it('uses the memory of what was dropped again, and nothing of what was in it', () => {
    const store = driftStore()
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 256; i++) store.push(`${round} ${i}`, GAUGE, START, 900)
      for (let i = 0; i < 256; i++) store.drop(`${round} ${i}`)
    }
    store.push('new', GAUGE, START - hours(1), 1)
    expect(store.size()).toEqual({ series: 1, bytes: 256 * BYTES_PER_SERIES })
    expect(store.assess('new', GAUGE)).toMatchObject({ verdict: 'insufficient', since: null })
  })
})
