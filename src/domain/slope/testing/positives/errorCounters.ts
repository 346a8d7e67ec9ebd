import { wander, wanderDensity } from '#src/domain/slope/testing/noise.ts'
import { count } from '#src/domain/slope/testing/sampling.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { truthOf } from '#src/domain/slope/testing/truth.ts'
import { hours, minutes } from '#src/domain/time/units.ts'

/** Errors a second, eight times as many after 48 h. */
const growing =
  (knownHours: number) =>
  (stage: Stage): Series => {
    const { random, from } = stage
    const onset = from + hours(knownHours)
    const level = random.uniform(0.3, 2)
    const perHour = (7 * level) / 48
    const [sigma, tau] = [0.12, minutes(random.uniform(5, 15))]
    const noise = wander(random.fork(), sigma, tau)
    const added = (h: number): number => perHour * h
    const rateAt = (t: number): number =>
      Math.max(0, (level + added(Math.max(0, t - onset) / hours(1))) * (1 + noise(t)))
    // Counting adds the rate itself, in events an hour turned back to a second.
    const density = wanderDensity(sigma * level, tau) + level / 3600
    const truth = truthOf({
      onset,
      level,
      added,
      perHour,
      noise: density,
      usualSwing: knownHours >= 24 ? sigma * level : null,
    })
    return { samples: count(stage, rateAt), restarts: [], truth }
  }

const FACTS = { sign: 'positive', kind: 'counter' } as const

export const ERROR_COUNTERS: readonly Scenario[] = [
  scenario({ ...FACTS, name: 'error rate x8 in 48 h', days: 2 }, growing(0)),
  scenario({ ...FACTS, name: 'error rate x8 in 48 h, 2 days known', days: 4 }, growing(48)),
]
