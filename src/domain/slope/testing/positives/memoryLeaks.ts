import { dayCurve, hourOfDay } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { type Track, wander, wanderDensity } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import {
  type Scenario,
  scenario,
  type Series,
  type Stage,
  timesBetween,
} from '#src/domain/slope/testing/scenario.ts'
import { days, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'

type LeakPlan = {
  /** How long the process has been watched when the leak begins. */
  readonly knownHours: number
  /** Whether a deploy begins it. */
  readonly deploy: boolean
  /** Share of the level that follows the daily load, from trough to peak. */
  readonly swing: readonly [number, number]
  readonly grows: 'evenly' | 'withLoad' | 'byTheHour'
  readonly restartsEvery?: readonly [number, number]
  readonly asleepAtNight?: boolean
}

const LIMIT = mebibytes(4096)

const STORY: LeakPlan = { knownHours: 0, deploy: true, swing: [0.05, 0.2], grows: 'evenly' }

/** Resident memory, +30 MB/h of a limit of 4 GiB. */
const leak =
  (plan: LeakPlan) =>
  (stage: Stage): Series => {
    const { random, from } = stage
    const onset = from + hours(plan.knownHours)
    const level = mebibytes(random.uniform(600, 900))
    const perHour = mebibytes(random.uniform(24, 36))
    const swing = level * random.uniform(...plan.swing)
    const [sigma, tau] = [mebibytes(random.uniform(10, 25)), minutes(random.uniform(1, 4))]
    const noise = wander(random.fork(), sigma, tau)
    const load = dayCurve(random.fork())
    const crashes = plan.restartsEvery === undefined ? [] : timesBetween(stage, plan.restartsEvery)
    const growth = {
      onset,
      level,
      added: (h: number) => perHour * h,
      perHour,
      noise: wanderDensity(sigma, tau),
      usualSwing: plan.knownHours >= 24 ? swing : null,
      ...(plan.restartsEvery === undefined ? { limit: LIMIT } : {}),
    }
    const leaked = leakedOf(plan.grows, perHour, onset, load)
    const reset = sinceRestart(leaked, crashes)
    return drifting(stage, growth, (t) => level + swing * load(t) + reset(t) + noise(t), {
      restarts: plan.deploy ? [onset, ...crashes] : crashes,
      plan: plan.asleepAtNight === true ? { awake: awakeHours(random) } : {},
    })
  }

const leakedOf = (grows: LeakPlan['grows'], perHour: number, onset: EpochMs, load: Track): Track => {
  if (grows === 'evenly') return (t) => (perHour * Math.max(0, t - onset)) / hours(1)
  if (grows === 'byTheHour') {
    return (t) => perHour * Math.floor(Math.max(0, t - onset) / hours(1) + 0.5)
  }
  let last = onset
  let total = 0
  return (t) => {
    if (t > last) {
      // The mean of the curve is 0: by day it leaks 1.75 times as fast, at night a quarter.
      total += perHour * (1 + 1.5 * load(t)) * ((t - last) / hours(1))
      last = t
    }
    return total
  }
}

/** What has leaked since the last of `restarts`. */
const sinceRestart = (leaked: Track, restarts: readonly EpochMs[]): Track => {
  let next = 0
  let freed = 0
  return (t) => {
    const total = leaked(t)
    while (next < restarts.length && (restarts[next] ?? t) <= t) {
      freed = total
      next += 1
    }
    return total - freed
  }
}

const awakeHours = (random: Random): ((t: EpochMs) => boolean) => {
  const bed = random.uniform(21, 23.5)
  return (t) => (hourOfDay(t) - bed + 24) % 24 >= 9
}

const FACTS = { sign: 'positive', story: 1, kind: 'gauge', limit: LIMIT, days: 6.2 } as const

const knownFor = (history: number): { readonly days: number } => ({ days: FACTS.days + history / days(1) })

/** Story 1, the six-day OOM, and its variants. */
export const MEMORY_LEAKS: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'memory leak' }, leak(STORY)),
  scenario({ ...FACTS, name: 'memory leak, proportional to load' }, leak({ ...STORY, grows: 'withLoad' })),
  scenario(
    { ...FACTS, name: 'memory leak, restarts every 20 to 40 h' },
    leak({ ...STORY, restartsEvery: [20, 40] }),
  ),
  scenario({ ...FACTS, name: 'memory leak, asleep 9 h a night' }, leak({ ...STORY, asleepAtNight: true })),
  scenario({ ...FACTS, name: 'memory leak, in hourly stairs' }, leak({ ...STORY, grows: 'byTheHour' })),
  scenario(
    { ...FACTS, ...knownFor(days(3)), name: 'memory leak after a deploy, 3 days known' },
    leak({ ...STORY, knownHours: 72 }),
  ),
  scenario(
    { ...FACTS, ...knownFor(days(3)), name: 'memory leak without a deploy, 3 days known' },
    leak({ ...STORY, knownHours: 72, deploy: false }),
  ),
  scenario(
    { ...FACTS, ...knownFor(days(7)), name: 'memory leak under heavy daily load, 7 days known' },
    leak({ ...STORY, knownHours: 168, deploy: false, swing: [0.3, 0.5] }),
  ),
]
