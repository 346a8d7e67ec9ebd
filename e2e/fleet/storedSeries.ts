import { type EpochMs, hours, type DurationMs } from '#src/domain/time/units.ts'

/** A pod as Prometheus labels its series: `{ job: 'orders', instance: '10.0.0.7:8080', pod: 'orders-1' }`. */
export type StoredPod = Readonly<Record<string, string>>

/** One metric of every pod as it was scraped; null where the pod did not say it. `pod` counts from 0. */
export type StoredMetric = {
  readonly name: string
  readonly labels?: Readonly<Record<string, string>>
  readonly valueAt: (at: EpochMs, pod: number) => number | null
}

/** When the processes of all pods started, oldest first; before the first one they had run for a day. */
export type Restarts = readonly EpochMs[]

const startOf = (at: EpochMs, from: EpochMs, restarts: Restarts): EpochMs =>
  restarts.findLast((start) => start <= at) ?? from - hours(24)

/** Waves that look like noise and are the same in every run: within ±1. */
const ripple = (at: EpochMs, pod: number): number =>
  (Math.sin(at / 7_000_003 + pod) + Math.sin(at / 1_900_009 + 2 * pod) + Math.sin(at / 431_003 + 3 * pod)) / 3

/** `process_start_time_seconds` of pods that were restarted at these times. */
export const processStarts = (from: EpochMs, restarts: Restarts): StoredMetric => ({
  name: 'process_start_time_seconds',
  valueAt: (at) => startOf(at, from, restarts) / 1000,
})

/** A queue that gets deeper by so many messages an hour from `since` on, three deep before, whatever restarts. */
export const creepingQueue = (since: EpochMs, perHour: number): StoredMetric => ({
  name: 'queue_depth',
  labels: { queue: 'mails' },
  valueAt: (at, pod) =>
    Math.max(0, Math.round(3 + (perHour * Math.max(0, at - since)) / hours(1) + ripple(at, pod))),
})

/** Resident memory that a process loses for good: 200 MiB at its start, so many bytes an hour from then on. */
export const leakingMemory = (from: EpochMs, restarts: Restarts, perHour: number): StoredMetric => ({
  name: 'process_resident_memory_bytes',
  valueAt: (at, pod) => {
    const age: DurationMs = at - startOf(at, from, restarts)
    return Math.round(200 * 1024 ** 2 + (perHour * age) / hours(1) + 1024 ** 2 * ripple(at, pod))
  },
})

/** A counter of requests at an even rate, from zero with every process. */
export const steadyRequests = (from: EpochMs, restarts: Restarts, perSecond: number): StoredMetric => ({
  name: 'http_requests_total',
  labels: { code: '200', method: 'get' },
  valueAt: (at) => Math.round((perSecond * (at - startOf(at, from, restarts))) / 1000),
})

/** Something that never changes, such as `process_max_fds`. */
export const constant = (
  name: string,
  value: number,
  labels: Readonly<Record<string, string>> = {},
): StoredMetric => ({
  name,
  labels,
  valueAt: () => value,
})

/** What Prometheus itself notes of every scrape of a pod. */
export const scrapeNotes = (took: number, series: number): readonly StoredMetric[] => [
  constant('up', 1),
  constant('scrape_duration_seconds', took),
  constant('scrape_samples_scraped', series),
]
