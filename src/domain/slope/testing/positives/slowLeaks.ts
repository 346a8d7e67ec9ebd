import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { drifting } from '#src/domain/slope/testing/drifting.ts'
import { teeth, teethDensity, wander, wanderDensity, whole } from '#src/domain/slope/testing/noise.ts'
import { type Scenario, scenario, type Series, type Stage } from '#src/domain/slope/testing/scenario.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'

const HEAP_LIMIT = mebibytes(2048)

/** +5 MB/h under collector teeth of 300 MiB. */
const heap = (stage: Stage): Series => {
  const { random, from } = stage
  const plan = {
    period: minutes(random.uniform(2, 12)),
    height: mebibytes(random.uniform(240, 360)),
    uneven: 0.15,
  }
  const live = mebibytes(random.uniform(250, 400))
  const perHour = mebibytes(random.uniform(4, 6.5))
  const swing = mebibytes(random.uniform(10, 40))
  const [sigma, tau] = [mebibytes(random.uniform(5, 10)), minutes(10)]
  const [tooth, noise, load] = [
    teeth(random.fork(), plan),
    wander(random.fork(), sigma, tau),
    dayCurve(random.fork()),
  ]
  const growth = {
    onset: from,
    level: live + plan.height / 2,
    added: (h: number) => perHour * h,
    perHour,
    limit: HEAP_LIMIT,
    noise: teethDensity(plan) + wanderDensity(sigma, tau),
    usualSwing: null,
  }
  const valueAt = (t: number, added: number): number => live + added + swing * load(t) + tooth(t) + noise(t)
  return drifting(stage, growth, valueAt, { restarts: [from] })
}

const FD_LIMIT = 4096

type CountPlan = {
  readonly level: readonly [number, number]
  readonly perHour: readonly [number, number]
  readonly knownHours: number
  /** Share of the level that follows the daily load, from trough to peak. */
  readonly swing: readonly [number, number]
  readonly limit: number
}

/** Descriptors or goroutines: whole numbers, some of which follow the load, and some are never given back. */
const counted =
  ({ level: levels, perHour: slopes, knownHours, swing: swings, limit }: CountPlan) =>
  (stage: Stage): Series => {
    const { random, from } = stage
    const onset = from + hours(knownHours)
    const level = random.uniform(...levels)
    const perHour = random.uniform(...slopes)
    const swing = level * random.uniform(...swings)
    const [sigma, tau] = [0.03 * level, minutes(random.uniform(0.5, 3))]
    const [noise, load] = [wander(random.fork(), sigma, tau), dayCurve(random.fork())]
    const growth = {
      onset,
      level,
      added: (h: number) => perHour * h,
      perHour,
      limit,
      noise: wanderDensity(sigma, tau),
      usualSwing: knownHours >= 24 ? swing : null,
    }
    const valueAt = (t: number, added: number): number =>
      whole(level + Math.floor(added) + swing * load(t) + noise(t))
    return drifting(stage, growth, valueAt, { restarts: knownHours === 0 ? [from] : [] })
  }

const FDS = { level: [250, 400], perHour: [5.5, 6.5], limit: FD_LIMIT } as const
const GOROUTINES = { level: [150, 350], perHour: [8, 30], limit: 10_000 } as const
const COUNTS = { sign: 'positive', kind: 'gauge' } as const

/** Stories 1 and 5: what grows by a few an hour for weeks. */
export const SLOW_LEAKS: readonly Scenario[] = [
  scenario(
    { ...COUNTS, name: 'heap +5 MB/h under 300 MiB teeth', story: 1, limit: HEAP_LIMIT, days: 14 },
    heap,
  ),
  scenario(
    { ...COUNTS, name: 'descriptor leak, one in 10 min', story: 5, limit: FD_LIMIT, days: 28 },
    counted({ ...FDS, knownHours: 0, swing: [0.05, 0.15] }),
  ),
  scenario(
    {
      ...COUNTS,
      name: 'descriptor leak under daily load, 7 days known',
      story: 5,
      limit: FD_LIMIT,
      days: 28,
    },
    counted({ ...FDS, knownHours: 168, swing: [0.2, 0.5] }),
  ),
  scenario(
    { ...COUNTS, name: 'goroutines parked, +8 to 30/h', story: 1, limit: GOROUTINES.limit, days: 14 },
    counted({ ...GOROUTINES, knownHours: 0, swing: [0.1, 0.3] }),
  ),
  scenario(
    { ...COUNTS, name: 'goroutines parked, 3 days known', story: 1, limit: GOROUTINES.limit, days: 14 },
    counted({ ...GOROUTINES, knownHours: 72, swing: [0.1, 0.3] }),
  ),
]
