import { deliveryOf, type ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'

/** For tests: of a service that was neither watched nor deployed. */
export const NO_DELIVERY: ServiceDelivery = deliveryOf(
  { deploys: [], spells: [], observed: [] },
  DEFAULT_POLICY,
  0,
)
