import { deliveryOf, type ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import { diagnosisOf } from '#src/domain/diagnosis/diagnosisOf.ts'
import type { Finding } from '#src/domain/diagnosis/finding.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { deploysNow } from '#src/domain/watch/deploying.ts'
import type { Watch } from '#src/domain/watch/watch.ts'

/** What is worked out only when somebody opens a service. */
export type BehindService = {
  /** What the decision tree of a runbook makes of it; empty while it is well or cannot be seen. */
  readonly diagnosis: readonly Finding[]
  /** How it was deployed, and how that went, as far as it was watched. */
  readonly delivery: ServiceDelivery
}

/** Works out what is behind a service; null when the fleet has no such service. */
export function behindService(watch: Watch, name: string, now: EpochMs): BehindService | null {
  const watched = watch.services.get(name)
  if (watched === undefined) return null
  const { lights } = watch.memory
  const deploys = deploysNow(watched, watch.memory)
  // All that is kept of its lights: of no more than 28 days.
  const spells = lights.spells(name, 0, now)
  const observed = lights.observed(name, 0, now)
  return {
    diagnosis: diagnosisOf(watch, name, now),
    delivery: deliveryOf({ deploys, spells, observed }, watched.service.policy, now),
  }
}
