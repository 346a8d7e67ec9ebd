import { describe, expect, it } from 'vitest'
import { days, hours } from '#src/domain/time/units.ts'
import { A_MONDAY } from './calendar.ts'
import { seededRandom } from './random.ts'
import { scenario, type Stage, timesBetween } from './scenario.ts'
import { JUDGING_SEEDS, TUNING_SEEDS } from './seeds.ts'
import { still } from './still.ts'

const seen: Stage[] = []
const noisy = scenario({ name: 'noise', sign: 'negative', kind: 'gauge', days: 0.1 }, (stage) => {
  seen.push(stage)
  return still(stage, () => stage.random.normal())
})

describe('scenario', () => {
  it('is the same for the same seed, whenever it is asked', () => {
    const first = noisy.generate(1)
    noisy.generate(2)
    expect(noisy.generate(1)).toEqual(first)
    expect(noisy.generate(2)).not.toEqual(first)
  })

  it('starts within the first week, at another hour for each seed, and lasts as long as it says', () => {
    for (const seed of TUNING_SEEDS) noisy.generate(seed)
    const starts = seen.map(({ from }) => from)
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(A_MONDAY)
    expect(Math.max(...starts)).toBeLessThan(A_MONDAY + days(7))
    expect(new Set(starts).size).toBe(TUNING_SEEDS.length)
    for (const { from, until } of seen) expect(until - from).toBe(days(0.1))
  })
})

describe('timesBetween', () => {
  it('stays inside, at the distances that were asked for', () => {
    const stage: Stage = { random: seededRandom(1), from: A_MONDAY, until: A_MONDAY + days(30) }
    const times = timesBetween(stage, [20, 40])
    const gaps = times.map((t, index) => (t - (times[index - 1] ?? stage.from)) / hours(1))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(19.99)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40)
    expect(times.length).toBeGreaterThan(17)
    expect(times.at(-1)).toBeLessThan(stage.until)
  })
})

describe('seeds', () => {
  it('are never both for tuning and for judging', () => {
    expect(JUDGING_SEEDS.filter((seed) => TUNING_SEEDS.includes(seed))).toEqual([])
    expect(new Set([...JUDGING_SEEDS, ...TUNING_SEEDS]).size).toBe(80)
  })
})
