import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { wander, wanderDensity, whole } from '#src/domain/slope/testing/noise.ts'
import { sample } from '#src/domain/slope/testing/sampling.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { truthOf } from '#src/domain/slope/testing/truth.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'

const POOL = 25

/** After a failover of the database all connections are taken within a minute, and stay so with callers waiting. */
const collapse = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + Math.floor(hours(random.uniform(3, 9)))
  const level = random.uniform(4, 9)
  const perHour = (POOL - level) / (random.uniform(5, 60) / 3600)
  const [sigma, tau] = [1.5, minutes(1)]
  const noise = wander(random.fork(), sigma, tau)
  const added = (h: number): number => perHour * h
  const samples = sample(
    stage,
    (t) =>
      Math.min(
        POOL,
        whole(level + added(Math.max(0, t - onset) / hours(1)) + (t < onset + minutes(1) ? noise(t) : 0)),
      ),
    { every: seconds(15) },
  )
  const density = wanderDensity(sigma, tau)
  const truth = truthOf({
    onset,
    level,
    added,
    perHour: null,
    limit: POOL,
    noise: density,
    usualSwing: 4 * sigma,
  })
  return { samples, restarts: [], truth }
}

/** One connection in two to four hours is never given back. */
const leaking = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(48, 72))
  const level = random.uniform(4, 7)
  const perHour = 1 / random.uniform(2, 4)
  const swing = random.uniform(1, 4)
  const [sigma, tau] = [1, minutes(1)]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: POOL,
    noise: wanderDensity(sigma, tau),
    usualSwing: swing,
  }
  return drifting(stage, growth, (t, added) =>
    Math.min(POOL, whole(level + Math.floor(added) + swing * load(t) + noise(t))),
  )
}

const FACTS = { sign: 'positive', kind: 'gauge', story: 3, limit: POOL } as const

/** Story 3: connections in use out of 25. */
export const POOLS: readonly Scenario[] = [
  scenario(
    {
      ...FACTS,
      name: 'pool collapse after a failover',
      expects: 'atLimit',
      days: 0.5,
      askEvery: seconds(15),
    },
    collapse,
  ),
  scenario({ ...FACTS, name: 'pool losing a connection in 2 to 4 h', days: 7 }, leaking),
]
