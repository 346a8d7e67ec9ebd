import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { wander, wanderDensity, whiteDensity } from '#src/domain/slope/testing/noise.ts'
import { EVERY } from '#src/domain/slope/testing/sampling.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'

/** What calls and scrapes are given up after. */
const TIMEOUT_S = 10

/** What was promised of the p99 of a slow page. */
const PROMISED_S = 1

/** Relative noise of a p99 over one scrape. */
const P99_NOISE = 0.07

/** A call without a deadline: 80 ms to 4 s in 12 h, as fast again in every three hours. */
const missingDeadline = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(24, 40))
  const level = random.uniform(0.07, 0.09)
  const rate = Math.log(4 / level) / random.uniform(11, 13)
  const swing = level * random.uniform(0.02, 0.08)
  const [noise, load] = [random.fork(), dayCurve(random.fork())]
  const growth = {
    onset,
    level,
    added: (h: number) => level * Math.expm1(Math.min(50, rate * h)),
    perHour: null,
    limit: TIMEOUT_S,
    noise: whiteDensity(P99_NOISE * level, EVERY),
    usualSwing: swing,
  }
  const valueAt = (t: number, added: number): number =>
    (level + added + swing * load(t)) * Math.exp(P99_NOISE * noise.normal())
  return drifting(stage, growth, valueAt)
}

/** A table without an index: p99 doubles in 14 days under a daily curve of ±40 %. */
const missingIndex = (stage: Stage): Series => {
  const { random, from } = stage
  const level = random.uniform(0.15, 0.25)
  const perHour = level / (days(random.uniform(12, 16)) / hours(1))
  const swing = random.uniform(0.7, 0.85)
  const [sigma, tau] = [0.05, minutes(30)]
  const [white, slow, load] = [random.fork(), wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset: from,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: PROMISED_S,
    noise: wanderDensity(sigma * level, tau) + whiteDensity(P99_NOISE * level, EVERY),
    usualSwing: null,
  }
  const valueAt = (t: number, added: number): number =>
    (level + added) * (1 + swing * load(t)) * Math.max(0.3, 1 + slow(t) + P99_NOISE * white.normal())
  return drifting(stage, growth, valueAt)
}

/** Label values without bound: scrape time from 0.8 s to its time-out of 10 s in three weeks. */
const scrapeTime = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(36, 72))
  const level = random.uniform(0.7, 0.9)
  const perHour = (TIMEOUT_S - level) / (days(random.uniform(18, 24)) / hours(1))
  const swing = level * random.uniform(0.05, 0.15)
  const [sigma, tau] = [0.25, minutes(random.uniform(5, 10))]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: TIMEOUT_S,
    noise: wanderDensity(sigma * level, tau),
    usualSwing: swing,
  }
  const valueAt = (t: number, added: number): number =>
    Math.max(0.05, (level + added) * Math.exp(noise(t)) + swing * load(t))
  return drifting(stage, growth, valueAt)
}

const FACTS = { sign: 'positive', kind: 'gauge', limit: TIMEOUT_S } as const

/** Stories 8 and 9, in seconds. */
export const LATENCIES: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'p99 80 ms to 4 s in 12 h', story: 8, days: 2.4 }, missingDeadline),
  scenario(
    { ...FACTS, name: 'p99 doubling in 14 days, +-40 % daily', limit: PROMISED_S, days: 28 },
    missingIndex,
  ),
  scenario({ ...FACTS, name: 'scrape 0.8 s to its time-out in 3 weeks', story: 9, days: 26 }, scrapeTime),
]
