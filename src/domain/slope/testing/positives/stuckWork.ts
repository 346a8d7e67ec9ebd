import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { wander, wanderDensity, whole } from '#src/domain/slope/testing/noise.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { hours, minutes } from '#src/domain/time/units.ts'

const CAP = 10_000

/** Requests wait for a database that answers later and later: 300 goroutines to 8,000 in 12 h, ever faster. */
const behindDatabase = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(26, 48))
  const level = random.uniform(200, 400)
  const rate = Math.log(8000 / level) / random.uniform(11, 13)
  const swing = level * random.uniform(0.2, 0.5)
  const [sigma, tau] = [level * 0.05, minutes(1)]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset,
    level,
    added: (h: number) => level * Math.expm1(Math.min(50, rate * h)),
    perHour: null,
    limit: CAP,
    noise: wanderDensity(sigma, tau),
    usualSwing: swing,
  }
  return drifting(stage, growth, (t, added) => whole(level + added + swing * load(t) + noise(t)))
}

/** Requests in flight to a partner that gets slower by a few percent an hour, the load as usual. */
const slowPartner = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(72, 96))
  const level = random.uniform(20, 60)
  const perHour = level * random.uniform(0.025, 0.05)
  const swing = random.uniform(0.4, 0.7)
  const [sigma, tau] = [0.1, minutes(2)]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: 500,
    noise: wanderDensity(sigma * level, tau),
    usualSwing: swing * level,
  }
  return drifting(stage, growth, (t, added) =>
    whole((level + added) * (1 + swing * load(t)) * (1 + noise(t))),
  )
}

const FACTS = { sign: 'positive', kind: 'gauge', story: 8 } as const

/** Story 8 seen from below: work that waits for a slow dependency. */
export const STUCK_WORK: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'goroutines behind a slow database', limit: CAP, days: 3 }, behindDatabase),
  scenario({ ...FACTS, name: 'requests in flight to a slowing partner', limit: 500, days: 9 }, slowPartner),
]
