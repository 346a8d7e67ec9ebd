import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { sample, type SamplingPlan } from './sampling.ts'
import type { Series, Stage } from './scenario.ts'
import { endOf, type Growth, truthOf } from './truth.ts'

export type Around = { readonly restarts?: readonly EpochMs[]; readonly plan?: SamplingPlan }

/**
 * A gauge that grows as `growth` tells. `valueAt` gets the time and what is added by then, and puts daily curve
 * and noise around it. The series ends when the limit is reached.
 */
export const drifting = (
  stage: Stage,
  growth: Growth,
  valueAt: (t: EpochMs, added: number) => number,
  { restarts = [], plan = {} }: Around = {},
): Series => {
  const truth = truthOf(growth)
  const until = endOf(truth, stage.until)
  const samples = sample(
    { ...stage, until },
    (t) => valueAt(t, t <= growth.onset ? 0 : growth.added((t - growth.onset) / hours(1))),
    plan,
  )
  return { samples, restarts: restarts.filter((t) => t < until), truth }
}
