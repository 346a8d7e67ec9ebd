import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { Usual } from '#src/domain/baseline/usual.ts'
import type { Drift } from '#src/domain/drift/drift.ts'
import type { Neighbour, Quantity, Seen } from '#src/domain/pattern/seen.ts'
import type { Bin } from '#src/domain/series/binRing.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { podFacts, signals } from '#src/domain/watch/testing/podFacts.ts'

/** For tests of patterns: when they are looked for. 2026-11-20, a Friday, 06:30 in Paris. */
export const NOW: EpochMs = 1_795_152_600_000

/** For tests: since when whatever drifts does so. */
export const SINCE: EpochMs = NOW - hours(12)

/** For tests: how a signal rises, ten an hour unless told otherwise. */
export const drift = (signal: Signal, own: Partial<Drift> = {}): Drift => ({
  signal,
  of: null,
  value: 100,
  perHour: 10,
  ci: [9, 11],
  since: SINCE,
  bound: null,
  reachedAt: null,
  reachedBetween: null,
  deploy: null,
  restartAt: null,
  ...own,
})

type PodSpec = {
  /** As in the fleet file unless told. */
  readonly name?: string
  readonly values?: Parameters<typeof signals>[0]
  readonly drifts?: readonly Drift[]
  /** What its signals usually are. */
  readonly usual?: Readonly<Partial<Record<Signal, number>>>
  readonly tracks?: Partial<Tracks>
} & Partial<Pick<PodFacts, 'startedAt' | 'watchedSince' | 'version' | 'signals'>>

const usualOf = (values: PodSpec['usual'] = {}): PodFacts['usual'] =>
  new Map(
    Object.entries(values).flatMap(([signal, value]): [Signal, Usual][] => {
      const known = KNOWN.find((one) => one === signal)
      return known === undefined ? [] : [[known, { value, peak: value, of: 'days' }]]
    }),
  )

const KNOWN = ['requestRate', 'latencyP50', 'latencyP99'] as const

/** For tests: the pods `orders-1`, `orders-2`, … of a service. */
export function podsOf(specs: readonly PodSpec[], service = serviceOf(specs.length)): readonly PodFacts[] {
  return specs.map(({ name, values = [], usual, ...spec }, i) => {
    const pod = service.pods[i]
    if (pod === undefined) throw new Error('a pod for each')
    const named = { ...pod, name: name ?? pod.name }
    return { ...podFacts({ service, signals: signals(values), ...spec }), pod: named, usual: usualOf(usual) }
  })
}

/** For tests: bins of ten minutes over `[from, to)`, as high as `valueAt` says of the hours since `from`. */
export const binsOver = (
  from: EpochMs,
  to: EpochMs,
  valueAt: (hour: number) => number,
  width = minutes(10),
): readonly Bin[] =>
  Array.from({ length: Math.ceil((to - from) / width) }, (_, i) => {
    const mean = valueAt((i * width) / hours(1))
    return { t: from + i * width, mean, low: mean, high: mean, count: 1 }
  })

/** For tests: a service beside the one that is looked at. */
export const neighbour = (service: string, own: Partial<Neighbour> = {}): Neighbour => ({
  service,
  light: 'green',
  since: null,
  kinds: [],
  starts: [],
  ...own,
})

type Remembered = Readonly<Record<string, readonly Bin[]>>

/** For tests: what patterns are looked for in; `bins` by `orders-1 heap`. */
export const seenOf = ({ bins = {}, ...own }: Partial<Seen> & { readonly bins?: Remembered } = {}): Seen => ({
  pods: [],
  reasons: [],
  deploys: [],
  needs: [],
  callers: [],
  siblings: [],
  place: { root: null, via: [], redDependencies: [] },
  binsOf: (pod: string, quantity: Quantity, from, to) =>
    (bins[`${pod} ${quantity}`] ?? []).filter(({ t }) => t >= from && t < to),
  startsOf: () => [],
  lives: new Map(),
  policy: DEFAULT_POLICY,
  timeZone: 'Europe/Paris',
  now: NOW,
  ...own,
})
