import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { type Track, wander, whole } from '#src/domain/slope/testing/noise.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { still } from '#src/domain/slope/testing/still.ts'
import { type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

/** The level between `times`: the first before them all. */
const levels = (times: readonly EpochMs[], values: readonly number[]): Track => {
  let index = 0
  return (t) => {
    while (index < times.length && (times[index] ?? t) <= t) index += 1
    return values[index] ?? 0
  }
}

type StepPlan = {
  readonly every: readonly [number, number]
  /** The next level as a multiple of this one, and the other way round in turn: nothing is left of it in the end. */
  readonly factor: readonly [number, number]
  /** Whether the process restarts at the step. */
  readonly flagged: boolean
}

/** Memory that jumps when a configuration or a version changes. */
const stepping =
  (plan: StepPlan) =>
  (stage: Stage): Series => {
    const { random } = stage
    const level = mebibytes(random.uniform(600, 1200))
    const times = timesBetween(stage, plan.every)
    const values = [level]
    for (const [index] of times.entries()) {
      const factor = random.uniform(...plan.factor)
      values.push((values.at(-1) ?? level) * (index % 2 === 1 ? 1 / factor : factor))
    }
    const levelAt = levels(times, values)
    const swing = random.uniform(0.02, 0.1)
    const [load, noise] = [
      dayCurve(random.fork()),
      wander(random.fork(), 0.01, minutes(random.uniform(1, 20))),
    ]
    return still(stage, (t) => levelAt(t) * (1 + swing * load(t) + noise(t)), {
      restarts: plan.flagged ? times : [],
    })
  }

/** A version that adds 50 series, once. */
const fiftySeries = (stage: Stage): Series => {
  const { random } = stage
  const level = random.integer(150, 600)
  const deploys = timesBetween(stage, [40, 60]).slice(0, 1)
  const levelAt = levels(deploys, [level, level + 50])
  // A status code or route that is seen for the first time adds a handful at the beginning.
  const settle = wander(random.fork(), 1, hours(3))
  return still(stage, (t) => whole(levelAt(t) + settle(t)), { restarts: deploys })
}

/** Scrape time when pages get bigger once. */
const scrapeTime = (stage: Stage): Series => {
  const { random } = stage
  const level = random.uniform(0.05, 0.4)
  const deploys = timesBetween(stage, [40, 60]).slice(0, 1)
  const levelAt = levels(deploys, [level, level * random.uniform(1.1, 1.5)])
  const [quick, slow] = [random.fork(), wander(random.fork(), 0.08, minutes(30))]
  return still(stage, (t) => levelAt(t) * Math.exp(slow(t) + 0.2 * quick.normal()), { restarts: deploys })
}

/** Threads of a pool that is made larger and smaller by hand; nothing else ever changes. */
const poolSize = (stage: Stage): Series => {
  const { random } = stage
  const times = timesBetween(stage, [20, 60])
  const values = [0, ...times].map((_, index) =>
    index % 2 === 0 ? random.integer(8, 24) : random.integer(28, 64),
  )
  return still(stage, levels(times, values))
}

const FACTS = { sign: 'negative', kind: 'gauge' } as const
const MEMORY = { ...FACTS, limit: mebibytes(4096), days: 6 } as const

/** What changes once, at once. */
export const STEPS: readonly Scenario[] = [
  scenario(
    { ...MEMORY, name: 'step up' },
    stepping({ every: [40, 90], factor: [1.15, 1.8], flagged: false }),
  ),
  scenario(
    { ...MEMORY, name: 'step down' },
    stepping({ every: [40, 90], factor: [0.5, 0.85], flagged: false }),
  ),
  scenario(
    { ...MEMORY, name: 'step up at a deploy' },
    stepping({ every: [24, 72], factor: [1.1, 1.5], flagged: true }),
  ),
  scenario(
    { ...MEMORY, name: 'step down at a deploy' },
    stepping({ every: [24, 72], factor: [0.6, 0.9], flagged: true }),
  ),
  scenario(
    { ...MEMORY, name: 'steps to and fro' },
    stepping({ every: [4, 24], factor: [1.05, 1.4], flagged: false }),
  ),
  scenario({ ...FACTS, name: 'deploy adds 50 series once', story: 9, days: 5 }, fiftySeries),
  scenario({ ...FACTS, name: 'scrape time grows once', story: 9, limit: 10, days: 5 }, scrapeTime),
  scenario({ ...FACTS, name: 'pool resized by hand', days: 7 }, poolSize),
]
