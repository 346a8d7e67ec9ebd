import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { wander, wanderDensity, whole } from '#src/domain/slope/testing/noise.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

const LIMIT = mebibytes(4096)

/** Sessions keyed by address: 600 MiB to 2.2 GiB in six weeks. */
const sessionCache = (stage: Stage): Series => {
  const { random, from } = stage
  const level = mebibytes(random.uniform(550, 650))
  const perHour = mebibytes(random.uniform(1500, 1750)) / (days(42) / hours(1))
  const swing = level * random.uniform(0.02, 0.06)
  const [sigma, tau] = [mebibytes(random.uniform(25, 40)), minutes(random.uniform(8, 20))]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset: from,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: LIMIT,
    noise: wanderDensity(sigma, tau),
    usualSwing: null,
  }
  const valueAt = (t: number, added: number): number => level + added + swing * load(t) + noise(t)
  return drifting(stage, growth, valueAt, { restarts: [from] })
}

/** Log files held open: 600 MiB to 4 GiB in 12 h, the heap flat. */
const offHeap = (stage: Stage): Series => {
  const { random, from } = stage
  const level = mebibytes(random.uniform(550, 650))
  const perHour = (LIMIT - level) / random.uniform(11, 13)
  const [sigma, tau] = [mebibytes(random.uniform(8, 15)), minutes(0.5)]
  const noise = wander(random.fork(), sigma, tau)
  const growth = {
    onset: from,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: LIMIT,
    noise: wanderDensity(sigma, tau),
    usualSwing: null,
  }
  return drifting(stage, growth, (t, added) => level + added + noise(t), { restarts: [from] })
}

/** A gauge labelled by goroutine: series that are never removed, more of them by day. */
const labelledGauge = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(30, 60))
  const level = random.uniform(3000, 8000)
  const perHour = level * random.uniform(0.005, 0.012)
  const load = dayCurve(random.fork())
  const swing = level * random.uniform(0.03, 0.08)
  const [sigma, tau] = [level * 0.005, minutes(10)]
  const noise = wander(random.fork(), sigma, tau)
  let [last, kept] = [onset, 0]
  const growth = {
    onset,
    level,
    added: (h: number) => perHour * h,
    perHour,
    noise: wanderDensity(sigma, tau),
    usualSwing: swing,
  }
  return drifting(stage, growth, (t) => {
    const now = load(t)
    if (t > last) {
      kept += (perHour * (1 + 1.5 * now) * (t - last)) / hours(1)
      last = t
    }
    return whole(level + kept + swing * now + noise(t))
  })
}

const FACTS = { sign: 'positive', kind: 'gauge' } as const

/** Stories 6, 10 and 13: what is stored without a bound. */
export const STORES: readonly Scenario[] = [
  scenario(
    { ...FACTS, name: 'TLS session cache, six weeks', story: 6, limit: LIMIT, days: 42 },
    sessionCache,
  ),
  scenario(
    { ...FACTS, name: 'off-heap 600 MiB to 4 GiB in 12 h', story: 10, limit: LIMIT, days: 1 },
    offHeap,
  ),
  scenario({ ...FACTS, name: 'series of a gauge labelled by goroutine', story: 13, days: 8 }, labelledGauge),
]
