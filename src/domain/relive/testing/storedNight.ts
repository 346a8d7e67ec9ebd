import { following, type Following } from '#src/domain/drift/following.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { type Span, pointsOf } from '#src/domain/prometheus/span.ts'
import type { Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import type { StoredSeries } from '#src/domain/prometheus/readResult.ts'
import { SCRAPE_NOTES } from '#src/domain/prometheus/wantedMetrics.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { lifeOfFormer, lifeOfNamed, type PastPod } from '#src/domain/relive/pastPod.ts'
import type { PastService } from '#src/domain/relive/pastService.ts'
import { type Relived, reliveService } from '#src/domain/relive/reliveService.ts'
import { type UpTrail, upTrail } from '#src/domain/relive/upTrail.ts'

/** For tests: a full hour. */
export const DUSK: EpochMs = 1_795_276_800_000
export const EVERY: DurationMs = seconds(15)

/** For tests: what a pod did in a night, times after `DUSK`; a scrape that nobody made is null. */
export type Did = {
  readonly up?: (after: DurationMs) => boolean | null
  /** When its process was started; a day before unless told otherwise. */
  readonly started?: (after: DurationMs) => DurationMs
  readonly version?: (after: DurationMs) => string
  readonly memory?: (after: DurationMs) => number
}

const upOf = ({ up = () => true }: Did, after: DurationMs): boolean | null => up(after)

/** For tests: the trail that these scrapes leave. */
export function trailOf(did: Did, length: DurationMs): UpTrail | null {
  const all = Array.from({ length: Math.floor(length / EVERY) + 1 }, (_, i) => i * EVERY)
  const asked = all.filter((after) => upOf(did, after) !== null)
  if (asked.length === 0) return null
  return upTrail(
    {
      at: Float64Array.from(asked, (after) => DUSK + after),
      values: Float64Array.from(asked, (after) => (upOf(did, after) === true ? 1 : 0)),
    },
    3,
  )
}

const NONE = Number.NaN

/** For tests: its pages, as a query shows them that looks back for as long as a scrape is apart. */
function pagesOf(did: Did, span: Span): Stretch {
  const points = Array.from({ length: pointsOf(span) }, (_, i) => span.start + i * span.step - DUSK)
  const { started = () => 0 - hours(24), version, memory } = did
  const series = (
    name: string,
    value: (after: DurationMs) => number,
    labels: Record<string, string> = {},
  ): StoredSeries => ({
    name,
    labels: labelSet(Object.entries(labels)),
    values: Float64Array.from(points, value),
  })
  const said = (value: (after: DurationMs) => number) => (after: DurationMs) =>
    upOf(did, after) === true ? value(after) : NONE
  const versions = version === undefined ? [] : [...new Set(points.map(version))]
  return {
    span,
    series: [
      series(SCRAPE_NOTES.at, (after) => (upOf(did, after) === null ? NONE : (DUSK + after) / 1000)),
      series(SCRAPE_NOTES.up, (after) => {
        const up = upOf(did, after)
        return up === null ? NONE : Number(up)
      }),
      series(
        'process_start_time_seconds',
        said((after) => (DUSK + started(after)) / 1000),
      ),
      ...versions.map((name) =>
        series(
          'orders_build_info',
          said((after) => (version?.(after) === name ? 1 : NONE)),
          { version: name },
        ),
      ),
      ...(memory === undefined ? [] : [series('process_resident_memory_bytes', said(memory))]),
    ],
  }
}

/** For tests: a night of the service `orders`. Pods that the fleet names no more are `former`, by name. */
export type Night = {
  readonly length: DurationMs
  readonly named: readonly Did[]
  readonly former?: Readonly<Record<string, Did>>
  readonly spans?: readonly SeenSpan[]
  readonly memory?: Following
  readonly service?: object
  readonly step?: DurationMs
}

function pastOf(night: Night): PastService {
  const { length, named, former = {}, memory = following(), step = minutes(2) } = night
  const fleet = fleetOf({ orders: { pods: named.length, ...night.service } })
  const [service] = fleet.services
  if (service === undefined) throw new Error('a fleet has a service')
  const span = { start: DUSK, end: DUSK + Math.floor(length / step) * step, step }
  const kept = (did: Did) => ({ trail: trailOf(did, length), pages: pagesOf(did, span) })
  const replaces = Object.keys(former).length > 0
  const until = DUSK + length
  const pods: readonly PastPod[] = [
    ...service.pods.map((pod, i): PastPod => {
      const stored = kept(named[i] ?? {})
      return {
        pod,
        ...stored,
        ...lifeOfNamed(stored, { isKnownBefore: false, replaces, startedAt: null, until }),
      }
    }),
    ...Object.entries(former).flatMap(([name, did]): PastPod[] => {
      const stored = kept(did)
      const pod = { name, url: `http://${name}.invalid` }
      return stored.trail === null ? [] : [{ pod, ...stored, ...lifeOfFormer(stored.trail) }]
    }),
  ]
  const spans = night.spans ?? [{ from: DUSK + EVERY, to: until }]
  return { service, fleet, pods, span, until, spans, memory, timeZone: 'UTC' }
}

export function relive(night: Night): Relived {
  const steps = reliveService(pastOf(night))
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** For tests: `<minutes after DUSK> <light> <kinds of reasons>`, moment by moment. */
export const toldBy = ({ moments }: Pick<Relived, 'moments'>): readonly string[] =>
  moments.map(({ at, light, reasons }) =>
    [Number(((at - DUSK) / minutes(1)).toFixed(2)), light, ...reasons.map(({ kind }) => kind)].join(' '),
  )
