import { bumps } from '#src/domain/slope/testing/bumps.ts'
import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { wander, whole } from '#src/domain/slope/testing/noise.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { hours, mebibytes, minutes, seconds } from '#src/domain/time/units.ts'

/** A level that goes its own way and comes back within `tau` hours. */
const wandering =
  (tau: readonly [number, number], share: readonly [number, number]) =>
  (stage: Stage): Series => {
    const { random } = stage
    const level = mebibytes(random.uniform(600, 1200))
    const slow = wander(random.fork(), level * random.uniform(...share), hours(random.uniform(...tau)))
    const quick = wander(random.fork(), level * 0.01, minutes(3))
    return still(stage, (t) => Math.max(level * 0.3, level + slow(t) + quick(t)))
  }

/** Depth 0 to 5 with a weekly cycle: the queue of a healthy service. */
const smallQueue =
  (mean: readonly [number, number]) =>
  (stage: Stage): Series => {
    const { random } = stage
    const level = random.uniform(...mean)
    const swing = random.uniform(0.4, 1)
    const [load, slow, draw] = [
      dayCurve(random.fork()),
      wander(random.fork(), 0.2, minutes(30)),
      random.fork(),
    ]
    return still(stage, (t) => draw.poisson(level * Math.max(0, 1 + swing * load(t) + slow(t))))
  }

/** A queue that takes a burst of a minute or three now and then, and works it off. */
const burstyQueue = (stage: Stage): Series => {
  const { random } = stage
  const level = random.uniform(0.5, 4)
  const draw = random.fork()
  const burst = bumps(
    timesBetween(stage, [0.5, 5]).map((start) => ({
      start,
      rise: minutes(random.uniform(0.3, 1.5)),
      hold: 0,
      fall: minutes(random.uniform(0.5, 5)),
      height: 256 * random.uniform(0.04, 0.2),
    })),
  )
  return still(stage, (t) => Math.min(256, draw.poisson(level + burst(t))), {
    plan: { every: seconds(15) },
  })
}

/** A pool of 25 with 20 in use at the busy hour, and nobody waiting. */
const busyPool = (stage: Stage): Series => {
  const { random } = stage
  const level = random.uniform(11, 15)
  const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 1.5, minutes(random.uniform(0.5, 4)))]
  const swing = random.uniform(4, 9)
  return still(stage, (t) => Math.min(24, whole(level + swing * load(t) + noise(t))))
}

const FACTS = { sign: 'negative', kind: 'gauge' } as const

/** What goes up and down without anybody knowing why. */
export const WANDERS: readonly Scenario[] = [
  scenario(
    { ...FACTS, name: 'slow random wander', limit: mebibytes(4096), days: 21 },
    wandering([6, 30], [0.05, 0.12]),
  ),
  scenario(
    { ...FACTS, name: 'fast wander', limit: mebibytes(4096), days: 7 },
    wandering([0.3, 3], [0.05, 0.15]),
  ),
  scenario({ ...FACTS, name: 'small integer queue', story: 2, limit: 256, days: 10 }, smallQueue([0.8, 2.5])),
  scenario(
    { ...FACTS, name: 'queue noisy around 0.3', story: 2, limit: 256, days: 10 },
    smallQueue([0.2, 0.4]),
  ),
  scenario(
    { ...FACTS, name: 'bursty queue', story: 2, limit: 256, days: 3, askEvery: minutes(1) },
    burstyQueue,
  ),
  scenario({ ...FACTS, name: 'pool busy at 20 of 25', story: 3, limit: 25, days: 5 }, busyPool),
]
