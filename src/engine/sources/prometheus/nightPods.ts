import type { Pod, PrometheusSource, Service } from '#src/domain/fleet/fleet.ts'
import { type FormerTarget, formerTarget, serviceConditions } from '#src/domain/prometheus/formerTargets.ts'
import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import type { RawSeries } from '#src/domain/prometheus/readRaw.ts'
import type { LabelIs } from '#src/domain/prometheus/selector.ts'
import { conditionsFor, isOfTarget } from '#src/domain/prometheus/targetSeries.ts'
import { joinRaw } from '#src/domain/relive/joinRaw.ts'
import type { UpPlan } from '#src/domain/relive/upPlan.ts'
import { type UpTrail, upTrail } from '#src/domain/relive/upTrail.ts'
import { ok } from '#src/domain/result.ts'
import { fetchUps } from './fetchUps.ts'
import type { Fetched } from './fillGrid.ts'
import type { FoundTargets, MatchedPod } from './findTargets.ts'
import { podBatches } from './podBatches.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/** A pod of a night with its scrapes. `isFormer`: the fleet names it no more. */
export type NightPod = {
  readonly ref: { readonly service: string }
  readonly pod: Pod
  readonly target: PodTarget
  readonly trail: UpTrail | null
  readonly isFormer: boolean
}

/** A service with all pods that it had in a night; `unknown` are those that the server does not scrape. */
export type NightService = {
  readonly service: Service
  readonly pods: readonly NightPod[]
  readonly unknown: readonly Pod[]
}

/** A service whose pods come and go by the minute must not fill the memory: the newest of those that are gone are told. */
const MOST_FORMER = 24

type Named = { readonly ref: { readonly service: string }; readonly pod: Pod; readonly target: PodTarget }

const namedOf = (pods: readonly MatchedPod[]): readonly Named[] =>
  pods.flatMap(({ service, pod, match }) =>
    match.kind === 'target' ? [{ ref: { service: service.name }, pod, target: match.target }] : [],
  )

/** What to ask for the scrapes of a service: of all that it ever had, or where they cannot be told, of those it has. */
function questionsOf(
  service: Service,
  named: readonly Named[],
  others: readonly Named[],
  source: PrometheusSource,
): readonly (readonly LabelIs[])[] {
  // Without a pod there is nothing to tell its labels by.
  if (named.length === 0) return []
  const targets = named.map(({ target }) => target)
  const all = serviceConditions(
    service.name,
    targets,
    others.map(({ target }) => target),
    source,
  )
  if (all !== null) return [all]
  return podBatches(named).map((batch) =>
    conditionsFor(
      batch.map(({ target }) => target),
      source.match,
    ),
  )
}

const trailOf = (series: readonly RawSeries[], { policy }: Service): UpTrail | null => {
  const raw = joinRaw(series)
  return raw.at.length === 0 ? null : upTrail(raw, policy.freshIntervals)
}

const endOf = ({ runs }: UpTrail): number => runs.at(-1)?.to ?? Number.NEGATIVE_INFINITY

/** Pods that are gone: what is still scraped and not named is none of this fleet. */
function formerOf(
  service: Service,
  named: readonly Named[],
  found: readonly RawSeries[],
  isGone: (target: PodTarget, trail: UpTrail) => boolean,
): readonly NightPod[] {
  const targets = named.map(({ target }) => target)
  const names = new Set(service.pods.map(({ name }) => name))
  const byName = new Map<string, { readonly former: FormerTarget; readonly series: RawSeries[] }>()
  for (const series of found) {
    const former = formerTarget(series.labels, targets, names)
    if (former === null) continue
    const known = byName.get(former.name) ?? { former, series: [] }
    known.series.push(series)
    byName.set(former.name, known)
  }
  return [...byName.values()]
    .flatMap(({ former: { name, target }, series }): (NightPod & { readonly trail: UpTrail })[] => {
      const trail = trailOf(series, service)
      const pod = { name, url: 'http://former.invalid' }
      return trail !== null && isGone(target, trail)
        ? [{ ref: { service: service.name }, pod, target, trail, isFormer: true }]
        : []
    })
    .toSorted((a, b) => endOf(b.trail) - endOf(a.trail))
    .slice(0, MOST_FORMER)
}

/**
 * Every pod that a service had within the span of a plan, with its scrapes. Where that ends before this moment, a pod that
 * was there to its end may be gone since: whether it is, `scraped` tells.
 */
export async function nightPods(
  client: PrometheusClient,
  service: Service,
  { pods: all, scraped }: Pick<FoundTargets, 'pods' | 'scraped'>,
  source: PrometheusSource,
  plan: UpPlan,
): Fetched<NightService> {
  const named = namedOf(all.filter((pod) => pod.service === service))
  const others = namedOf(all.filter((pod) => pod.service !== service))
  const found: RawSeries[] = []
  for (const conditions of questionsOf(service, named, others, source)) {
    const ups = await fetchUps(client, conditions, named.length, plan)
    if (!ups.ok) return ups
    found.push(...ups.value)
  }
  const pods = named.map(({ ref, pod, target }): NightPod => {
    const trail = trailOf(
      found.filter(({ labels }) => isOfTarget(labels, target)),
      service,
    )
    return { ref, pod, target, trail, isFormer: false }
  })
  // Another service may be scraped under the same labels: its pods are none of this one.
  const own = found.filter(({ labels }) => !others.some(({ target }) => isOfTarget(labels, target)))
  // A server that scrapes nothing at all tells of none that it is gone.
  const isScraped = (target: PodTarget): boolean =>
    scraped.length === 0 || scraped.some(({ labels }) => isOfTarget(labels, target))
  const isGone = (target: PodTarget, trail: UpTrail): boolean =>
    endOf(trail) + trail.freshFor < plan.span.to || !isScraped(target)
  const known = new Set(named.map(({ pod }) => pod))
  return ok({
    service,
    pods: [...pods, ...formerOf(service, named, own, isGone)],
    unknown: service.pods.filter((pod) => !known.has(pod)),
  })
}
