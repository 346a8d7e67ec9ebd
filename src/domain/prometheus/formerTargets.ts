import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { PrometheusSource } from '#src/domain/fleet/fleet.ts'
import { endsAs, POD_LABELS, type PodTarget, REALMS, SERVICE_LABELS } from './matchTarget.ts'
import type { LabelIs } from './selector.ts'
import { isOfTarget } from './targetSeries.ts'

const valuesOf = (targets: readonly PodTarget[], label: string): readonly string[] =>
  targets.flatMap(({ labels }) => labels[label] ?? [])

/** The label that says of which service a target is; null where none does. */
function serviceLabel(
  service: string,
  targets: readonly PodTarget[],
  others: readonly PodTarget[],
  named: string | null,
): string | null {
  if (named !== null) return named
  const found = SERVICE_LABELS.find((label) =>
    targets.every(({ labels }) => endsAs(labels[label] ?? '', service)),
  )
  if (found !== undefined) return found
  // A job that no other service is scraped by is this service's own.
  const jobs = new Set(valuesOf(others, 'job'))
  return valuesOf(targets, 'job').some((job) => jobs.has(job)) ? null : 'job'
}

/**
 * Conditions that all targets of a service fulfil, also those that it has no more; null where none of the labels says of
 * which service a target is. `targets` are those that it has, `others` those of all other services.
 */
export function serviceConditions(
  service: string,
  targets: readonly PodTarget[],
  others: readonly PodTarget[],
  { labels, match }: Pick<PrometheusSource, 'labels' | 'match'>,
): readonly LabelIs[] | null {
  const own = serviceLabel(service, targets, others, labels.service)
  if (own === null) return null
  const told = [...new Set([own, 'job', ...REALMS])].flatMap((label) => {
    const values = valuesOf(targets, label)
    return values.length === targets.length && values.length > 0 ? [{ label, values }] : []
  })
  return [...told, ...Object.entries(match).map(([label, value]) => ({ label, values: [value] }))]
}

const nameOf = (labels: Labels, label: string | undefined): string =>
  POD_LABELS.flatMap((each) => labels[each] ?? [])[0] ?? labels[label ?? 'instance'] ?? ''

/** A pod that the fleet names no more, as its series call it. */
export type FormerTarget = { readonly name: string; readonly target: PodTarget }

/**
 * Which target some labels are that fulfil the conditions of a service: one of a pod that the fleet names no more. Null for
 * those of a pod that it names, be it under another port, and where the name of a pod is missing.
 */
export function formerTarget(
  labels: Labels,
  named: readonly PodTarget[],
  podNames: ReadonlySet<string>,
): FormerTarget | null {
  const identity = named[0]?.identity ?? ['job', 'instance']
  const name = nameOf(labels, identity[1])
  const isNamed = podNames.has(name) || named.some((target) => isOfTarget(labels, target))
  const isTold = identity.every((label) => labels[label] !== undefined)
  return isNamed || !isTold || name === '' ? null : { name, target: { labels, identity } }
}
