import type { EpochMs } from '#src/domain/time/units.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Deploy } from './deploysOf.ts'
import { type Delivery, type Dora, dora, redsAfter, wasWatched } from './dora.ts'

/** How one deploy went: the service went red after it, did not, has not so far, or nobody watched. */
export type DeployOutcome = 'red' | 'well' | 'so-far' | 'unseen'

/** A deploy, and how it went. */
export type DeployTold = Deploy & {
  readonly outcome: DeployOutcome
  /** When the service went red; null where it did not. */
  readonly redAt: EpochMs | null
}

/** How a service is delivered: its deploys of 28 days in numbers, and the newest ones. */
export type ServiceDelivery = {
  readonly dora: Dora
  /** The newest five, newest first; older ones than 28 days, too, as long as they are known. */
  readonly recent: readonly DeployTold[]
}

const TOLD = 5

function deployTold(deploy: Deploy, delivery: Delivery, policy: Care, now: EpochMs): DeployTold {
  const redAt = redsAfter(deploy, delivery, policy)[0]?.from ?? null
  if (!wasWatched(deploy, delivery.observed, policy)) return { ...deploy, outcome: 'unseen', redAt: null }
  if (redAt !== null) return { ...deploy, outcome: 'red', redAt }
  return { ...deploy, outcome: now < deploy.lastAt + policy.hypercare ? 'so-far' : 'well', redAt }
}

type Care = Pick<Policy, 'hypercare'>

/** See `dora`, of which this is the long form. `delivery`: all that is known, oldest first. */
export function deliveryOf(delivery: Delivery, policy: Care, now: EpochMs): ServiceDelivery {
  const newest = delivery.deploys.slice(-TOLD).toReversed()
  const recent = newest.map((deploy) => deployTold(deploy, delivery, policy, now))
  return { dora: dora(delivery, policy, now), recent }
}
