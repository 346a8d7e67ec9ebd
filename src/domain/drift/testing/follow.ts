import { type Following, following, followPod } from '#src/domain/drift/following.ts'
import type { Service } from '#src/domain/fleet/fleet.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { days, type DurationMs, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { scrape } from '#src/domain/watch/testing/answers.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { podFacts, scraped, signals } from '#src/domain/watch/testing/podFacts.ts'

/** For tests: where what is followed begins, a midnight. */
export const BEGIN: EpochMs = 1_762_560_000_000

/** For tests: 300 MiB and 30 MiB more each hour. */
export const leaking = (hour: number): number => mebibytes(300) + mebibytes(30) * hour

export type Page = {
  readonly values: readonly (readonly [signal: Signal, value: number, bound?: number | null, of?: string])[]
  readonly startedAt?: EpochMs
  readonly version?: string
}

export type Followed = { readonly memory: Following; readonly pod: PodFacts }

type Plan = {
  readonly service?: Service
  readonly from?: EpochMs
  readonly every?: DurationMs
  /** What was followed before. */
  readonly after?: Followed
}

const versionOf = (version: string): PodFacts['version'] => ({
  version,
  commit: null,
  builtAt: null,
  runtime: null,
  startedAt: null,
  from: 'test',
})

/** For tests: a pod's pages over some hours, each as `pageAt` says of the hours since `from`, taken in one by one. */
export function follow(
  lastingHours: number,
  pageAt: (hour: number) => Page,
  { service = serviceOf(), from = BEGIN, every = minutes(10), after }: Plan = {},
): Followed {
  const memory = after?.memory ?? following()
  let pod = after?.pod ?? podFacts({ service })
  for (let at = from; at <= from + hours(lastingHours); at += every) {
    const { values, startedAt = BEGIN - days(3), version = '1.0.0' } = pageAt((at - from) / hours(1))
    const facts: PodFacts = {
      ...pod,
      signals: signals(values),
      startedAt,
      version: versionOf(version),
      tracks: { ...pod.tracks, metrics: scraped({}, 20, { at }) },
    }
    pod = followPod(memory, pod, facts, scrape('orders-1', at))
  }
  return { memory, pod }
}
