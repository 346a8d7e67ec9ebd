import { dayCurve, hourOfDay, weekday } from '#src/domain/slope/testing/calendar.ts'
import { wander } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import {
  type Sample,
  type Scenario,
  scenario,
  type Series,
  type Stage,
} from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { type EpochMs, mebibytes, minutes } from '#src/domain/time/units.ts'

/** Memory with a share of its level following the load. */
const memory = (random: Random, share: readonly [number, number]): ((t: EpochMs) => number) => {
  const level = mebibytes(random.uniform(600, 1300))
  const swing = random.uniform(...share)
  const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 0.012, minutes(4))]
  return (t) => level * (1 + swing * load(t) + noise(t))
}

/** The dashboard is open from eight to six on workdays, and sees the morning rise each time. */
const workdays = (stage: Stage): Series => {
  const { random } = stage
  const [opens, closes] = [random.uniform(7, 9.5), random.uniform(16, 19)]
  const awake = (t: EpochMs): boolean => {
    const hour = hourOfDay(t)
    return weekday(t) < 5 && hour >= opens && hour < closes
  }
  return still(stage, memory(random, [0.1, 0.4]), { plan: { awake } })
}

const asleep = (stage: Stage): Series => {
  const { random } = stage
  const bed = random.uniform(21, 23.5)
  const awake = (t: EpochMs): boolean => (hourOfDay(t) - bed + 24) % 24 >= 9
  return still(stage, memory(random, [0.05, 0.3]), { plan: { awake } })
}

/** Single and double samples that are 3 to 100 times too high, or 0. */
const outliers = (stage: Stage): Series => {
  const series = still(stage, memory(stage.random, [0.02, 0.15]))
  const random = stage.random.fork()
  let left = 0
  let factor = 1
  const samples = series.samples.map(({ t, v }): Sample => {
    if (left === 0 && random.chance(0.002)) {
      left = random.integer(1, 2)
      factor = random.chance(0.3) ? 0 : random.uniform(3, 100)
    }
    const wrong = left > 0
    left = Math.max(0, left - 1)
    return { t, v: wrong ? v * factor : v }
  })
  return { ...series, samples }
}

/** NaN, samples that come twice, late or with an earlier time. */
const disordered = (stage: Stage): Series => {
  const series = still(stage, memory(stage.random, [0.05, 0.25]))
  const random = stage.random.fork()
  const samples = series.samples.flatMap((sample, index): Sample[] => {
    const before = series.samples[index - random.integer(1, 40)]
    if (random.chance(0.01)) return [{ t: sample.t, v: Number.NaN }]
    if (random.chance(0.01)) return [sample, sample]
    if (random.chance(0.01) && before !== undefined) return [sample, { t: before.t, v: before.v * 2 }]
    return [sample]
  })
  return { ...series, samples }
}

const FACTS = { sign: 'negative', kind: 'gauge', limit: mebibytes(4096) } as const

/** Healthy memory, badly watched. */
export const POOR_SAMPLES: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'daily load, watched on workdays only', days: 14 }, workdays),
  scenario({ ...FACTS, name: 'daily load, asleep 9 h a night', days: 10 }, asleep),
  scenario({ ...FACTS, name: 'single and double outliers', days: 5 }, outliers),
  scenario({ ...FACTS, name: 'NaN, twice and out of order', days: 5 }, disordered),
]
