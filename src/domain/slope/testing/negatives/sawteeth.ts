import { bumps } from '#src/domain/slope/testing/bumps.ts'
import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { teeth, wander } from '#src/domain/slope/testing/noise.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { type DurationMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

type TeethPlan = {
  readonly periodHours: readonly [number, number]
  /** Height of a tooth as a share of what is below it. */
  readonly height: readonly [number, number]
  readonly uneven: number
  readonly swing: readonly [number, number]
}

/** A heap between collections, some of it following the load. */
const collected =
  (plan: TeethPlan) =>
  (stage: Stage): Series => {
    const { random } = stage
    const live = mebibytes(random.uniform(200, 600))
    const period: DurationMs = hours(random.uniform(...plan.periodHours))
    const tooth = teeth(random.fork(), {
      period,
      height: live * random.uniform(...plan.height),
      uneven: plan.uneven,
    })
    const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), live * 0.01, minutes(2))]
    const swing = live * random.uniform(...plan.swing)
    return still(stage, (t) => live + swing * load(t) + tooth(t) + noise(t))
  }

/** The collector lets the heap grow further from some hour on: teeth up to twice as high, within an hour or four. */
const regimeChange = (stage: Stage): Series => {
  const { random, from, until } = stage
  const live = mebibytes(random.uniform(200, 500))
  const tooth = teeth(random.fork(), { period: minutes(random.uniform(2, 15)), height: 1, uneven: 0.12 })
  const height = live * random.uniform(0.4, 0.9)
  const start = from + hours(random.uniform(20, 70))
  const rise = hours(random.uniform(0.3, 4))
  const more = bumps([{ start, rise, hold: until - start, fall: 0, height: random.uniform(0.5, 1) }])
  const noise = wander(random.fork(), live * 0.01, minutes(4))
  return still(stage, (t) => live + height * (1 + more(t)) * tooth(t) + noise(t))
}

/** Resident memory that is the heap and a constant. */
const heapAndConstant = (stage: Stage): Series => {
  const { random } = stage
  const fixed = mebibytes(random.uniform(150, 400))
  const live = mebibytes(random.uniform(200, 500))
  const tooth = teeth(random.fork(), { period: minutes(random.uniform(1, 10)), height: live, uneven: 0.1 })
  const slow = wander(random.fork(), live * 0.04, hours(random.uniform(0.5, 2)))
  const page = mebibytes(random.uniform(4, 32))
  return still(stage, (t) => Math.ceil((fixed + live + slow(t) + tooth(t)) / page) * page)
}

const FACTS = { sign: 'negative', kind: 'gauge', limit: mebibytes(2048) } as const

/** What a garbage collector draws. */
export const SAWTEETH: readonly Scenario[] = [
  scenario(
    { ...FACTS, name: 'sawtooth of some minutes', story: 1, days: 5 },
    collected({ periodHours: [0.02, 0.4], height: [0.3, 1], uneven: 0.12, swing: [0.05, 0.3] }),
  ),
  scenario(
    { ...FACTS, name: 'slow sawtooth, 1 to 12 h', days: 8 },
    collected({ periodHours: [1, 12], height: [0.2, 0.8], uneven: 0.1, swing: [0, 0.1] }),
  ),
  scenario({ ...FACTS, name: 'collector changes its regime', days: 5 }, regimeChange),
  scenario({ ...FACTS, name: 'memory is heap and a constant', story: 10, days: 4 }, heapAndConstant),
]
