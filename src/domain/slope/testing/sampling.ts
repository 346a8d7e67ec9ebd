import { days, type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Track } from './noise.ts'
import type { Random } from './random.ts'
import type { Sample, Stage } from './scenario.ts'

export type SamplingPlan = {
  /** 30 s unless told: half as often as the dashboard polls, for speed. */
  readonly every?: DurationMs
  /** Whether the dashboard is awake; always unless told. */
  readonly awake?: (t: EpochMs) => boolean
}

export const EVERY: DurationMs = seconds(30)

/**
 * Reads `valueAt` as a dashboard would: late by up to a tenth of the interval, three in a thousand samples
 * missing, and about once in two days none for 2 to 15 minutes. `valueAt` is asked at missing samples too.
 */
export const sample = (stage: Stage, valueAt: Track, plan: SamplingPlan = {}): Sample[] => {
  const samples: Sample[] = []
  const random = stage.random.fork()
  for (const { t, missing } of ticks(stage, random, plan)) {
    const v = valueAt(t)
    if (!missing) samples.push({ t, v })
  }
  return samples
}

/**
 * Reads a counter of events that happen at `rateAt` a second, by chance (Poisson). It starts from zero at each
 * of `restarts`.
 */
export const count = (
  stage: Stage,
  rateAt: Track,
  restarts: readonly EpochMs[] = [],
  plan: SamplingPlan = {},
): Sample[] => {
  const draw = stage.random.fork()
  let last = stage.from
  let total = 0
  let started = 0
  return sample(
    stage,
    (t) => {
      while (started < restarts.length && (restarts[started] ?? t) <= t) {
        last = restarts[started] ?? last
        total = 0
        started += 1
      }
      total += draw.poisson((rateAt(t) * (t - last)) / 1000)
      last = t
      return total
    },
    plan,
  )
}

type Tick = { readonly t: EpochMs; readonly missing: boolean }

function* ticks({ from, until }: Stage, random: Random, plan: SamplingPlan): Generator<Tick> {
  const every = plan.every ?? EVERY
  const awake = plan.awake ?? (() => true)
  let outage = from + random.exponential(days(2))
  let outageEnds = from
  for (let tick = from; tick < until - every; tick += every) {
    const t = tick + Math.floor(random.uniform(0, every / 10))
    if (t >= outage) {
      outageEnds = outage + minutes(random.uniform(2, 15))
      outage = outageEnds + random.exponential(days(2))
    }
    yield { t, missing: t < outageEnds || random.chance(0.003) || !awake(t) }
  }
}
