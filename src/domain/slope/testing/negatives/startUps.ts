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
import { type DurationMs, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

/** Time since the last of `starts`; the process came up long before the first of them. */
const ageOf = (starts: readonly EpochMs[], from: EpochMs): Track => {
  let next = 0
  let last = from - hours(100)
  return (t) => {
    while (next < starts.length && (starts[next] ?? t) <= t) {
      last = starts[next] ?? last
      next += 1
    }
    return t - last
  }
}

/** From `share` of a plateau up to it, as a cache does that misses less and less. */
const warming = (share: number, tau: DurationMs, age: DurationMs): number =>
  1 - (1 - share) / Math.exp(age / tau)

type WarmPlan = {
  readonly every: readonly [number, number]
  readonly tauHours: readonly [number, number]
  readonly share: readonly [number, number]
  /** Whether the series begins with a start, unknown before. */
  readonly fresh?: boolean
}

/** Memory that is filled again after each restart. */
const warm =
  (plan: WarmPlan) =>
  (stage: Stage): Series => {
    const { random, from } = stage
    const plateau = mebibytes(random.uniform(600, 1500))
    const tau = hours(random.uniform(...plan.tauHours))
    const share = random.uniform(...plan.share)
    const starts = [...(plan.fresh === true ? [from] : []), ...timesBetween(stage, plan.every)]
    const age = ageOf(starts, from)
    const swing = random.uniform(0.02, 0.1)
    const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 0.008, minutes(3))]
    return still(stage, (t) => plateau * (warming(share, tau, age(t)) + swing * load(t) + noise(t)), {
      restarts: starts,
    })
  }

/** p99 of one replica: 30 ms, and 150 ms for the ten minutes after each rollout. */
const deployTail = (stage: Stage): Series => {
  const { random, from } = stage
  const level = random.uniform(0.025, 0.04)
  const starts = timesBetween(stage, [60, 80])
  const age = ageOf(starts, from)
  const [height, long] = [random.uniform(3, 5), minutes(random.uniform(3, 5))]
  const swing = random.uniform(0.05, 0.3)
  const [load, quick] = [dayCurve(random.fork()), random.fork()]
  // The others of the service restart within the half hour before: their load comes here.
  const busy = (t: EpochMs): number =>
    starts.some((start) => t < start && t > start - minutes(25)) ? 0.3 : 0
  return still(
    stage,
    (t) =>
      level *
      (1 + swing * load(t) + busy(t) + height * Math.exp(-((age(t) / long) ** 2) / 2)) *
      Math.exp(0.08 * quick.normal()),
    { restarts: starts },
  )
}

/** Connections that come back to a restarted pod over half an hour. */
const reconnecting = (stage: Stage): Series => {
  const { random, from } = stage
  const level = random.uniform(200, 800)
  const tau = minutes(random.uniform(5, 30))
  const starts = timesBetween(stage, [18, 50])
  const age = ageOf(starts, from)
  const swing = random.uniform(0.1, 0.4)
  const [load, noise] = [dayCurve(random.fork()), wander(random.fork(), 0.02, minutes(2))]
  return still(stage, (t) => whole(level * warming(0.02, tau, age(t)) * (1 + swing * load(t) + noise(t))), {
    restarts: starts,
  })
}

const FACTS = { sign: 'negative', kind: 'gauge' } as const
const MEMORY = { ...FACTS, limit: mebibytes(4096) } as const

/** What is young and gets older. */
export const START_UPS: readonly Scenario[] = [
  scenario(
    { ...MEMORY, name: 'warm-up caches', days: 6 },
    warm({ every: [12, 40], tauHours: [0.08, 1], share: [0.3, 0.7] }),
  ),
  scenario(
    { ...MEMORY, name: 'warm-up on a first sight', days: 2 },
    warm({ every: [60, 90], tauHours: [0.1, 2], share: [0.2, 0.6], fresh: true }),
  ),
  scenario(
    { ...MEMORY, name: 'cache that fills and levels off', story: 6, days: 5 },
    warm({ every: [200, 300], tauHours: [2, 10], share: [0.4, 0.7], fresh: true }),
  ),
  scenario(
    { ...MEMORY, name: 'crash loop', days: 1.5 },
    warm({ every: [0.2, 1.5], tauHours: [0.05, 0.4], share: [0.1, 0.5] }),
  ),
  scenario({ ...FACTS, name: 'deploy grows the tail', story: 4, limit: 10, days: 9 }, deployTail),
  scenario({ ...FACTS, name: 'connections come back', limit: 4096, days: 5 }, reconnecting),
]
