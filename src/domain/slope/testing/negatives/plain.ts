import { bumps } from '#src/domain/slope/testing/bumps.ts'
import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { wander } from '#src/domain/slope/testing/noise.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { still, stillCounter } from '#src/domain/slope/testing/still.ts'
import { hours, minutes } from '#src/domain/time/units.ts'

const constant = (stage: Stage): Series => {
  const level = stage.random.chance(0.3) ? 0 : stage.random.integer(1, 5000)
  return still(stage, () => level)
}

/** White noise, now and then far out. */
const heavyTailed = (stage: Stage): Series => {
  const { random } = stage
  const level = random.uniform(1, 100)
  const spread = random.uniform(0.1, 0.5)
  const draw = random.fork()
  return still(stage, () => level * Math.exp(spread * (draw.chance(0.03) ? 4 : 1) * draw.normal()))
}

/** Requests at the same rate all day. */
const steady = (stage: Stage): Series => {
  const { random } = stage
  const rate = random.uniform(2, 200)
  const noise = wander(random.fork(), random.uniform(0.02, 0.1), minutes(random.uniform(2, 60)))
  return stillCounter(stage, (t) => Math.max(0, rate * (1 + noise(t))))
}

/** Requests by day and night; a counter that starts from 0 again with each deploy. */
const byDay =
  (restartsEvery: readonly [number, number] | null) =>
  (stage: Stage): Series => {
    const { random } = stage
    const rate = random.uniform(5, 300)
    const swing = random.uniform(0.5, 1.2)
    const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 0.08, hours(0.5))]
    const restarts = restartsEvery === null ? [] : timesBetween(stage, restartsEvery)
    return stillCounter(stage, (t) => Math.max(0, rate * (1 + swing * load(t) + noise(t))), { restarts })
  }

/** Errors that come a few times a day. */
const rare = (stage: Stage): Series => {
  const rate = stage.random.uniform(1, 40) / 86_400
  return stillCounter(stage, () => rate)
}

/** Five times the traffic for twenty minutes, because everybody tries again. */
const retryStorm = (stage: Stage): Series => {
  const { random } = stage
  const rate = random.uniform(20, 300)
  const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 0.08, minutes(20))]
  const swing = random.uniform(0.3, 0.8)
  const storms = bumps(
    timesBetween(stage, [20, 60]).map((start) => ({
      start,
      rise: minutes(random.uniform(0.5, 3)),
      hold: minutes(random.uniform(8, 20)),
      fall: minutes(random.uniform(2, 15)),
      height: random.uniform(3, 5),
    })),
  )
  return stillCounter(stage, (t) => Math.max(0, rate * (1 + swing * load(t) + noise(t)) * (1 + storms(t))))
}

const GAUGE = { sign: 'negative', kind: 'gauge' } as const
const COUNTER = { sign: 'negative', kind: 'counter' } as const

/** Levels and rates that stay what they are. */
export const PLAIN: readonly Scenario[] = [
  scenario({ ...GAUGE, name: 'constant', limit: 10_000, days: 4 }, constant),
  scenario({ ...GAUGE, name: 'heavy-tailed noise', days: 5 }, heavyTailed),
  scenario({ ...COUNTER, name: 'counter, steadily rising', days: 5 }, steady),
  scenario({ ...COUNTER, name: 'counter under daily load', days: 10 }, byDay(null)),
  scenario({ ...COUNTER, name: 'counter with resets at deploys', days: 6 }, byDay([12, 40])),
  scenario({ ...COUNTER, name: 'counter of rare events', days: 10 }, rare),
  scenario({ ...COUNTER, name: 'retry storm', story: 12, days: 5 }, retryStorm),
]
