import * as v from 'valibot'

/* What may be written under "kubernetes". A message is a key of `expectations.ts`, where the words for a person are. */

/** A label of RFC 1123, which is what Kubernetes allows as the name of a namespace. */
const NAMESPACE = v.pipe(
  v.string('namespace'),
  v.regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/, 'namespace'),
  v.description('Where its pods run; commands that are offered name it.'),
)

/** The name of an object of Kubernetes (a subdomain of RFC 1123), with its kind where that is not a deployment. */
const WORKLOAD = v.pipe(
  v.string('workload'),
  v.regex(/^(?:(?:deployment|statefulset|daemonset)\/)?[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/, 'workload'),
  v.description('"orders" or "statefulset/orders"; left out: the deployment that is called as the service.'),
)

/** For the whole fleet. */
export const FLEET_KUBERNETES = v.object({ namespace: NAMESPACE }, 'object')

/** For one service: what it does not name is as the fleet says. */
export const SERVICE_KUBERNETES = v.object(
  { namespace: v.optional(NAMESPACE), workload: v.optional(WORKLOAD) },
  'object',
)
