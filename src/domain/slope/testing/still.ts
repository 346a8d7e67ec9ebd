import type { Around } from './drifting.ts'
import type { Track } from './noise.ts'
import { count, sample } from './sampling.ts'
import type { Series, Stage } from './scenario.ts'

/** A gauge that nobody has to be told about. */
export const still = (stage: Stage, valueAt: Track, { restarts = [], plan = {} }: Around = {}): Series => ({
  samples: sample(stage, valueAt, plan),
  restarts,
  truth: null,
})

/** A counter of `rateAt` events a second that nobody has to be told about. */
export const stillCounter = (
  stage: Stage,
  rateAt: Track,
  { restarts = [], plan = {} }: Around = {},
): Series => ({
  samples: count(stage, rateAt, restarts, plan),
  restarts,
  truth: null,
})
