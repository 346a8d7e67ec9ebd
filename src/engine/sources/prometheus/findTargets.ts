import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { Fleet, Pod, PrometheusSource, Service } from '#src/domain/fleet/fleet.ts'
import { matchTarget, type TargetMatch } from '#src/domain/prometheus/matchTarget.ts'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { readVector } from '#src/domain/prometheus/readResult.ts'
import { type ScrapeTarget, targetsOfList, targetsOfUp } from '#src/domain/prometheus/scrapeTarget.ts'
import { selector } from '#src/domain/prometheus/selector.ts'
import { SCRAPE_NOTES } from '#src/domain/prometheus/wantedMetrics.ts'
import { ok, type Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/** A pod of the fleet, and which target of the server it is. */
export type MatchedPod = { readonly service: Service; readonly pod: Pod; readonly match: TargetMatch }

/** The pods of a fleet as targets of a server, and all that this scrapes now. */
export type FoundTargets = {
  readonly pods: readonly MatchedPod[]
  readonly scraped: readonly ScrapeTarget[]
  readonly warnings: readonly string[]
}

/** What is scraped now, else an hour or a day ago: a pod that is out is asked about all the more. */
const AGO = ['', ' offset 1h', ' offset 1d'] as const

function upOf({ match }: PrometheusSource): string {
  return selector([
    { label: '__name__', values: [SCRAPE_NOTES.up] },
    ...Object.entries(match).map(([label, value]) => ({ label, values: [value] })),
  ])
}

const NONE: TargetMatch = { kind: 'none' }

const allPods = ({ services }: Fleet): MatchedPod[] =>
  services.flatMap((service) => service.pods.map((pod) => ({ service, pod, match: NONE })))

/** Pods that have no target yet are looked for among these. */
const matchMore = (
  pods: readonly MatchedPod[],
  targets: readonly ScrapeTarget[],
  source: PrometheusSource,
): MatchedPod[] =>
  pods.map((one) =>
    one.match.kind === 'none'
      ? { service: one.service, pod: one.pod, match: matchTarget(one.service.name, one.pod, targets, source) }
      : one,
  )

const isAnyLeft = (pods: readonly MatchedPod[]): boolean => pods.some(({ match }) => match.kind === 'none')

/** A list of targets knows nothing of labels that are added behind the scraping server. */
const isOfFleet = (labels: Labels, match: Readonly<Record<string, string>>): boolean =>
  Object.entries(match).every(([name, value]) => (labels[name] ?? value) === value)

/**
 * Finds the target of every pod by the series `up`. Where that leaves pods without one, the list of targets is asked
 * for as well, if the server has such: it knows the scraped URL behind an `instance` that was given another name.
 */
export async function findTargets(
  client: PrometheusClient,
  fleet: Fleet,
  source: PrometheusSource,
  now: EpochMs,
): Promise<Result<FoundTargets, QueryFailure>> {
  const warnings = new Set<string>()
  let pods = allPods(fleet)
  let scraped: readonly ScrapeTarget[] = []
  for (const ago of AGO) {
    if (!isAnyLeft(pods)) break
    const up = await client.query(`${upOf(source)}${ago}`, now)
    if (!up.ok) return up
    const vector = readVector(up.value.data)
    if (!vector.ok) return vector
    for (const warning of up.value.warnings) warnings.add(warning)
    const targets = targetsOfUp(vector.value)
    if (ago === '') scraped = targets
    pods = matchMore(pods, targets, source)
  }
  if (isAnyLeft(pods)) {
    const list = await client.targets()
    const listed = list.ok ? targetsOfList(list.value.data) : []
    pods = matchMore(
      pods,
      listed.filter(({ labels }) => isOfFleet(labels, source.match)),
      source,
    )
  }
  return ok({ pods, scraped, warnings: [...warnings] })
}
