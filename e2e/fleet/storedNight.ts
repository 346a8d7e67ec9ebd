import { type DurationMs, type EpochMs, hours, mebibytes, minutes, seconds } from '#src/domain/time/units.ts'
import { constant, leakingMemory, scrapeNotes, type StoredMetric, type StoredPod } from './storedSeries.ts'

/** A stretch of time, its end not included. */
export type NightSpan = { readonly from: EpochMs; readonly to: EpochMs }

/** When what happened in the night that a Prometheus server holds. */
export type StoredNight = {
  /** Since then something is stored. */
  readonly from: EpochMs
  readonly now: EpochMs
  /** The server itself was down: nothing is stored. */
  readonly gap: NightSpan
  /** The second pod of `orders` did not answer, and was started anew at the end of it. */
  readonly crash: NightSpan
  /** The pods of `billing` were replaced by others of another version, one by one from then on. */
  readonly deploy: EpochMs
  /** Memory of `mailer` that is lost an hour, for all that is stored. */
  readonly leak: number
}

/** The night before `now`: a gap from 8 h ago on, a crash 6 h ago, a deploy 3 h ago. */
export const nightBefore = (now: EpochMs): StoredNight => {
  const ago = (away: DurationMs): EpochMs => Math.floor((now - away) / minutes(1)) * minutes(1)
  return {
    from: ago(hours(24 * 5)),
    now,
    gap: { from: ago(hours(8)), to: ago(hours(8) - minutes(40)) },
    crash: { from: ago(hours(6)), to: ago(hours(6) - minutes(24)) },
    deploy: ago(hours(3)),
    leak: mebibytes(6),
  }
}

/** Some pods, and what they said. */
export type StoredGroup = { readonly pods: readonly StoredPod[]; readonly metrics: readonly StoredMetric[] }

const isWithin = (at: EpochMs, { from, to }: NightSpan): boolean => at >= from && at < to

/** A metric that is told at some times only. */
const toldWhile = (metric: StoredMetric, isTold: (at: EpochMs, pod: number) => boolean): StoredMetric => ({
  ...metric,
  valueAt: (at, pod) => (isTold(at, pod) ? metric.valueAt(at, pod) : null),
})

const started = (startOf: (at: EpochMs, pod: number) => EpochMs): StoredMetric => ({
  name: 'process_start_time_seconds',
  valueAt: (at, pod) => startOf(at, pod) / 1000,
})

const version = (name: string): StoredMetric => constant('app_build_info', 1, { version: name })

function orders({ from, crash }: StoredNight, pods: readonly StoredPod[]): StoredGroup {
  const isOut = (at: EpochMs, pod: number): boolean => pod === 1 && isWithin(at, crash)
  const metrics = [
    started((at, pod) => (pod === 1 && at >= crash.to ? crash.to - seconds(20) : from - hours(24))),
    version('2.0.0'),
    constant('process_resident_memory_bytes', mebibytes(180)),
  ]
  const said = metrics.map((metric) => toldWhile(metric, (at, pod) => !isOut(at, pod)))
  const [, ...notes] = scrapeNotes(0.01, 30)
  const up: StoredMetric = { name: 'up', valueAt: (at, pod) => (isOut(at, pod) ? 0 : 1) }
  return { pods, metrics: [up, ...notes, ...said] }
}

/** Pods that were there from one moment to another, with one version. */
const there = (
  pods: readonly StoredPod[],
  name: string,
  begins: (pod: number) => EpochMs,
  ends: (pod: number) => EpochMs,
): StoredGroup => ({
  pods,
  metrics: [
    ...scrapeNotes(0.01, 30),
    started((_, pod) => begins(pod)),
    version(name),
    constant('process_resident_memory_bytes', mebibytes(90)),
  ].map((metric) => toldWhile(metric, (at, pod) => at >= begins(pod) && at < ends(pod))),
})

/** The pods of the night by service, as their series are labelled. */
export type NightLabels = Readonly<
  Record<'orders' | 'mailer' | 'billing' | 'formerBilling', readonly StoredPod[]>
>

/** All that is stored of a night, group by group. */
export function groupsOf(night: StoredNight, labels: NightLabels): readonly StoredGroup[] {
  const { from, deploy, gap, leak } = night
  const rolled = (pod: number): EpochMs => deploy + pod * minutes(1)
  const mailer = {
    pods: labels.mailer,
    metrics: [...scrapeNotes(0.01, 30), started(() => from - hours(24)), leakingMemory(from, [], leak)],
  }
  const groups = [
    orders(night, labels.orders),
    mailer,
    there(labels.billing, '1.4.2', rolled, () => Infinity),
    there(
      labels.formerBilling,
      '1.4.1',
      () => from - hours(24),
      (pod) => rolled(pod) + seconds(30),
    ),
  ]
  return groups.map(({ pods, metrics }) => ({
    pods,
    metrics: metrics.map((metric) => toldWhile(metric, (at) => !isWithin(at, gap))),
  }))
}
