import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { bumps } from '#src/domain/slope/testing/bumps.ts'
import { type Track, wander, whole } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'

const smooth = (value: number): number => value

type LoadPlan = {
  readonly level: readonly [number, number]
  /** From trough to peak, as a share of the level. */
  readonly swing: readonly [number, number]
  /** Relative standard deviation of the noise. */
  readonly noise: number
  readonly round?: (value: number) => number
}

/** `level` under a daily curve with noise of some minutes and of an hour. */
const loaded = (random: Random, plan: LoadPlan): Track => {
  const level = random.uniform(...plan.level)
  const swing = random.uniform(...plan.swing)
  const load = dayCurve(random.fork())
  const quick = wander(random.fork(), plan.noise, minutes(random.uniform(0.5, 3)))
  const slow = wander(random.fork(), plan.noise, hours(random.uniform(0.5, 1.5)))
  const round = plan.round ?? smooth
  return (t) => round(level * (1 + swing * load(t) + quick(t) + slow(t)))
}

const following =
  (plan: LoadPlan) =>
  (stage: Stage): Series =>
    still(stage, loaded(stage.random, plan))

/** Requests pile up for two to five hours because more people come. */
const peak = (stage: Stage): Series => {
  const { random } = stage
  const base = loaded(random, { level: [20, 60], swing: [0.3, 0.7], noise: 0.05 })
  const peaks = timesBetween(stage, [30, 60]).map((start) => {
    const [rise, hold, fall] = [random.uniform(0.3, 1.5), random.uniform(1, 3), random.uniform(0.5, 2)]
    return {
      start,
      rise: hours(rise),
      hold: hours(hold),
      fall: hours(fall),
      height: random.uniform(0.8, 2.5),
    }
  })
  const extra = bumps(peaks)
  return still(stage, (t) => whole(base(t) * (1 + extra(t))))
}

/** Tenants are moved here over some hours: the level rises by a fifth to a half and stays. */
const loadShift = (stage: Stage): Series => {
  const { random, from, until } = stage
  const base = loaded(random, {
    level: [mebibytes(700), mebibytes(1200)],
    swing: [0.05, 0.2],
    noise: 0.008,
  })
  const share = random.uniform(0.2, 0.5)
  const start = from + hours(random.uniform(26, 70))
  const rise = hours(random.uniform(1.5, 6))
  const moved = bumps([{ start, rise, hold: until - start, fall: 0, height: share }])
  return still(stage, (t) => base(t) * (1 + moved(t)))
}

const FACTS = { sign: 'negative', kind: 'gauge' } as const

/** What goes with the load, by day, by week, or once. */
export const LOADS: readonly Scenario[] = [
  scenario(
    { ...FACTS, name: 'memory under daily load', story: 1, limit: mebibytes(4096), days: 14 },
    following({ level: [mebibytes(700), mebibytes(1500)], swing: [0.1, 0.4], noise: 0.01 }),
  ),
  scenario(
    { ...FACTS, name: 'requests in flight under daily load', days: 14 },
    following({ level: [20, 80], swing: [0.6, 1.3], noise: 0.08, round: whole }),
  ),
  scenario(
    { ...FACTS, name: 'goroutines under daily load', limit: 10_000, days: 7 },
    following({ level: [300, 900], swing: [0.3, 0.8], noise: 0.03, round: whole }),
  ),
  scenario(
    { ...FACTS, name: 'descriptors following connections', story: 5, limit: 4096, days: 10 },
    following({ level: [400, 1200], swing: [0.4, 1], noise: 0.02, round: whole }),
  ),
  scenario(
    { ...FACTS, name: 'p99 following load', story: 8, limit: 10, days: 7 },
    following({ level: [0.08, 0.3], swing: [0.3, 0.8], noise: 0.06 }),
  ),
  scenario({ ...FACTS, name: 'real traffic peak', story: 12, days: 4 }, peak),
  scenario({ ...FACTS, name: 'plateau after a load shift', limit: mebibytes(4096), days: 5 }, loadShift),
]
