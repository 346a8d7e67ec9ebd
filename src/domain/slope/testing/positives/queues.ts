import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { wander, wanderDensity, whiteDensity, whole } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import { EVERY } from '#src/domain/slope/testing/sampling.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'

const SIX_WEEKS_H = days(42) / hours(1)
const CHANNEL = 256

/** Mean depths after so many weeks, as the story has them. */
const DEPTHS: readonly (readonly [weeks: number, depth: number])[] = [
  [0, 0.3],
  [2, 3],
  [3, 4],
  [4.5, 6],
  [6, 12],
]

const depthAfter = (weeks: number): number => {
  const next = DEPTHS.findIndex(([at]) => at > weeks)
  const [low, high] = [DEPTHS[next - 1], DEPTHS[next]]
  if (low === undefined || high === undefined) return DEPTHS.at(-1)?.[1] ?? 0
  return low[1] + ((high[1] - low[1]) * (weeks - low[0])) / (high[0] - low[0])
}

/** The depth seen at one moment of a queue with exponential times, M/M/1: geometric. */
const depthDraw = (random: Random, mean: number): number =>
  Math.min(CHANNEL, Math.floor(Math.log(1 - random.uniform()) / Math.log(mean / (1 + mean))))

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Arrivals grow towards capacity: the depth goes 0, 3, 4, 6, 12 in six weeks. */
const creeping = (stage: Stage): Series => {
  const { random, from } = stage
  const size = random.uniform(0.85, 1.15)
  const [sigma, tau] = [random.uniform(0.2, 0.3), hours(random.uniform(0.7, 1.5))]
  const swing = random.uniform(0.1, 0.3)
  const [noise, load, draws] = [wander(random.fork(), sigma, tau), dayCurve(random.fork()), random.fork()]
  const meanAfter = (h: number): number => size * depthAfter((6 * h) / SIX_WEEKS_H)
  const growth = {
    onset: from,
    level: meanAfter(0),
    added: (h: number) => meanAfter(h) - meanAfter(0),
    perHour: null,
    // Noise grows with the depth: that of a mean of 1, about where it can be seen.
    noise: wanderDensity(sigma, tau) + whiteDensity(Math.SQRT2, EVERY),
    usualSwing: null,
  }
  return drifting(stage, growth, (t) => {
    const mean = meanAfter((t - from) / hours(1)) * (1 + swing * load(t) + noise(t))
    return depthDraw(draws, Math.max(0.02, mean))
  })
}

/** The same as utilisation, by Little's law: a line with a daily curve, to a limit of 1. */
const utilisation = (stage: Stage): Series => {
  const { random, from } = stage
  const level = random.uniform(0.5, 0.62)
  const perHour = (random.uniform(0.97, 1) - level) / SIX_WEEKS_H
  const swing = random.uniform(0.05, 0.15)
  const [sigma, tau] = [random.uniform(0.01, 0.02), hours(random.uniform(0.2, 0.6))]
  const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
  const growth = {
    onset: from,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: 1,
    noise: wanderDensity(sigma, tau),
    usualSwing: null,
  }
  return drifting(stage, growth, (t, added) => clamp(level + added + swing * load(t) + noise(t), 0, 1.05))
}

/** A consumer stops keeping up: the channel is full in 6 to 30 minutes. */
const filling = (stage: Stage): Series => {
  const { random, from } = stage
  const onset = from + hours(random.uniform(24, 30))
  const level = random.uniform(2, 8)
  const perHour = (CHANNEL - level) / random.uniform(0.1, 0.5)
  const noise = random.fork()
  const every = seconds(15)
  const growth = {
    onset,
    level,
    added: (h: number) => perHour * h,
    perHour,
    limit: CHANNEL,
    noise: whiteDensity(level / 2, every),
    usualSwing: level,
  }
  const valueAt = (_: number, added: number): number =>
    Math.min(CHANNEL, whole(level + added + Math.sqrt(level + added) * noise.normal()))
  return drifting(stage, growth, valueAt, { plan: { every } })
}

const FACTS = { sign: 'positive', kind: 'gauge' } as const

/** Stories 2 and 12. */
export const QUEUES: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'queue 0 to 12 in six weeks', story: 2, limit: CHANNEL, days: 42 }, creeping),
  scenario({ ...FACTS, name: 'utilisation to 1 in six weeks', story: 2, limit: 1, days: 42 }, utilisation),
  scenario(
    {
      ...FACTS,
      name: 'queue filling in 6 to 30 min',
      story: 12,
      limit: CHANNEL,
      days: 1.5,
      askEvery: minutes(0.25),
    },
    filling,
  ),
]
