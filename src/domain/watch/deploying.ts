import { type Deploy, deploysOf } from '#src/domain/deploy/deploysOf.ts'
import { type Hypercare, hypercareOf } from '#src/domain/deploy/hypercareOf.ts'
import { strictPolicy } from '#src/domain/deploy/strictPolicy.ts'
import type { Following } from '#src/domain/drift/following.ts'
import type { Service } from '#src/domain/fleet/fleet.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Watched } from './watched.ts'

/** The deploys of a service as of what the book of starts said at `revision`. */
export type KnownDeploys = { readonly revision: number; readonly deploys: readonly Deploy[] }

/** The deploys of a service, oldest first; counted anew only when a start was noted. */
export function deploysNow(watched: Watched, { marks }: Following): readonly Deploy[] {
  const revision = marks.revision()
  if (watched.deploys?.revision !== revision) {
    watched.deploys = { revision, deploys: deploysOf(marks, watched.service) }
  }
  return watched.deploys.deploys
}

/** A red light of which hypercare may come began no longer ago than this. */
const LOOK_BACK: DurationMs = days(2)

/** Whether a service is in hypercare at `now`; null: it is not. */
function careNow(watched: Watched, memory: Following, now: EpochMs): Hypercare | null {
  const { name, policy } = watched.service
  const spells = memory.lights.spells(name, now - LOOK_BACK, now)
  return hypercareOf(deploysNow(watched, memory), spells, policy, now)
}

/** The service with the thresholds that it is judged by now. */
export function judgedAs({ service, care }: Watched): Service {
  return care === null ? service : { ...service, policy: strictPolicy(service.policy) }
}

/**
 * Takes up hypercare, or ends it: from now on the pods are judged by stricter thresholds, or by their own again. What was
 * found by the others stands until the next answer.
 */
export function noteCare(watched: Watched, memory: Following, now: EpochMs): void {
  const { care: was, careAsOf } = watched
  const asOf = `${memory.marks.revision()} ${memory.lights.revision()}`
  // Nothing was noted since, and what there was lasts on.
  if (careAsOf === asOf && (was === null || (now >= was.at && now < was.until))) return
  watched.careAsOf = asOf
  watched.care = careNow(watched, memory, now)
  if ((was === null) === (watched.care === null)) return
  const service = judgedAs(watched)
  for (const [name, facts] of watched.pods) watched.pods.set(name, { ...facts, service })
}
