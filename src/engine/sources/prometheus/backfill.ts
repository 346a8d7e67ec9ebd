import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { isOfOneQuery, type QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { replayPairs } from '#src/domain/prometheus/replayPairs.ts'
import { type PastReading, replayScrapes } from '#src/domain/prometheus/replayScrapes.ts'
import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import type { PastStart } from '#src/domain/prometheus/startTrail.ts'
import { conditionsFor } from '#src/domain/prometheus/targetSeries.ts'
import { withoutMapped } from '#src/domain/prometheus/withoutMapped.ts'
import type { MappedSignal } from '#src/domain/signals/mappedSignal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { fetchPast, type Past } from './fetchPast.ts'
import { findTargets, type MatchedPod } from './findTargets.ts'
import { inSlices } from './inSlices.ts'
import { podBatches } from './podBatches.ts'
import { type PrometheusAccess, prometheusClient } from './prometheusClient.ts'

/** A pod by its names. */
export type PodRef = { readonly service: string; readonly pod: string }

/** A pod that Prometheus does not know under any name that is recognised, or under several. */
type Unmatched = PodRef & { readonly why: 'none' | 'several'; readonly jobs: readonly string[] }

/** How a backfill went. */
export type BackfillSummary = {
  /** Pods of which something was found and handed over. */
  readonly filled: number
  readonly unmatched: readonly Unmatched[]
  readonly series: number
  readonly samples: number
  /** The server's own warnings, such as an answer that is only partial; each once. */
  readonly warnings: readonly string[]
  /** Metrics that have too many series to be fetched, by name; each once. */
  readonly leftOut: readonly string[]
  /** Services of which nothing came because a query of theirs was refused. */
  readonly refused: readonly { readonly service: string; readonly failure: QueryFailure }[]
  /** What ended it before all pods had their turn; null where nothing did. */
  readonly failure: QueryFailure | null
}

/** Who asks, and where the past goes. */
export type BackfillOptions = {
  readonly now: EpochMs
  /** Whether a pod's past is known already: it is then not asked for. */
  readonly isDone: (pod: PodRef) => boolean
  /**
   * All readings of one pod at once, oldest first: hourly for 28 days (`ofHour` where it was taken within the hour, else
   * at its end), every second minute for the last 24 h.
   */
  readonly onReadings: (pod: PodRef, readings: readonly PastReading[]) => void
  /** When its processes started, oldest first; the first may lie before the first reading. Before `onReadings`. */
  readonly onStarts: (pod: PodRef, starts: readonly PastStart[]) => void
  /** Pods that had their turn, of all that have a target and are not done. */
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void
}

/** One pod's share of a budget of some 20 million samples for all, within what one pod may have at all. */
const seriesBudget = (pods: number): number => Math.max(60, Math.min(300, Math.floor(30_000 / pods)))

type Run = PrometheusAccess & BackfillOptions & { readonly ports: Ports }
type Target = {
  readonly ref: PodRef
  readonly target: PodTarget
  readonly workers: number | null
  readonly mapped: readonly MappedSignal[]
}

const ABORTED: QueryFailure = { kind: 'not-reached', failure: { kind: 'aborted' } }

const inOrder = (readings: readonly PastReading[]): readonly PastReading[] =>
  readings.toSorted((a, b) => a.t - b.t)

/** Hands over what was fetched of some pods; false where it was called off. */
async function replayAll(
  pods: readonly Target[],
  past: Past,
  run: Run,
  onFilled: () => void,
): Promise<boolean> {
  for (const { ref, target, workers, mapped } of pods) {
    const isOff = (): boolean => run.signal?.aborted === true
    const found = await inSlices(replayScrapes(past.stretchesOf(target), workers), run.ports, isOff)
    const pair = past.pairOf(target)
    const paired = pair === null ? [] : await inSlices(replayPairs(pair), run.ports, isOff)
    if (found === null || paired === null) return false
    const all = paired.length === 0 ? found.readings : inOrder([...paired, ...found.readings])
    const readings = withoutMapped(all, mapped)
    if (readings.length === 0) continue
    onFilled()
    run.onStarts(ref, found.starts)
    run.onReadings(ref, readings)
  }
  return true
}

const refOf = ({ service, pod }: MatchedPod): PodRef => ({ service: service.name, pod: pod.name })

const unmatchedOf = (pods: readonly MatchedPod[]): Unmatched[] =>
  pods.flatMap((pod) => {
    const { match } = pod
    if (match.kind === 'target') return []
    return [{ ...refOf(pod), why: match.kind, jobs: match.kind === 'several' ? match.jobs : [] }]
  })

const targetsOf = (pods: readonly MatchedPod[]): Target[] =>
  pods.flatMap((pod) => {
    const { match, service } = pod
    return match.kind === 'target'
      ? [
          {
            ref: refOf(pod),
            target: match.target,
            workers: service.workers,
            mapped: service.mapped,
          },
        ]
      : []
  })

/**
 * Asks a Prometheus-compatible API for the past of every pod that it scrapes, service by service, one request at a
 * time, and replays it as the scrapes that it was made of. Long calculations are cut into slices. It goes on past a
 * query that is refused, and ends at the first failure of the server itself; what was handed over until then stays.
 * Never rejects.
 */
export async function backfill(
  access: PrometheusAccess,
  fleet: Fleet,
  ports: Ports,
  options: BackfillOptions,
): Promise<BackfillSummary> {
  const run: Run = { ...access, ...options, ports }
  const client = prometheusClient(access, ports)
  const [warnings, leftOut] = [new Set<string>(), new Set<string>()]
  const refused: { readonly service: string; readonly failure: QueryFailure }[] = []
  let [filled, series, samples, done] = [0, 0, 0, 0]
  let unmatched: readonly Unmatched[] = []
  const summary = (failure: QueryFailure | null): BackfillSummary => ({
    filled,
    unmatched,
    series,
    samples,
    warnings: [...warnings],
    leftOut: [...leftOut],
    refused,
    failure,
  })

  const found = await findTargets(client, fleet, access.source, options.now)
  if (!found.ok) return summary(found.error)
  for (const warning of found.value.warnings) warnings.add(warning)
  unmatched = unmatchedOf(found.value.pods)
  const pods = targetsOf(found.value.pods).filter(({ ref }) => !options.isDone(ref))
  const budget = seriesBudget(pods.length)

  for (const batch of podBatches(pods)) {
    const conditions = conditionsFor(
      batch.map(({ target }) => target),
      access.source.match,
    )
    const past = await fetchPast(client, conditions, budget * batch.length, options.now)
    if (past.ok) {
      for (const warning of past.value.warnings) warnings.add(warning)
      for (const name of past.value.leftOut) leftOut.add(name)
      series += past.value.series
      samples += past.value.samples
      const isWhole = await replayAll(batch, past.value, run, () => {
        filled += 1
      })
      if (!isWhole) return summary(ABORTED)
    } else if (isOfOneQuery(past.error)) {
      refused.push({ service: batch[0]?.ref.service ?? '', failure: past.error })
    } else return summary(past.error)
    done += batch.length
    options.onProgress({ done, of: pods.length })
  }
  return summary(null)
}
