import { firstOf, scaled } from '#src/domain/signals/readers/combine.ts'
import { errorShare, errorShareOfCount } from '#src/domain/signals/readers/errorShare.ts'
import { quantile } from '#src/domain/signals/readers/quantile.ts'
import { partRate, rate } from '#src/domain/signals/readers/rate.ts'
import { work, type WorkKind } from '#src/domain/signals/readers/timedWork.ts'
import type { Row, Source } from '#src/domain/signals/source.ts'

/** How one library counts the requests a service answers: by a counter, by their durations, or by both. */
type RequestFamilies = {
  readonly counters?: readonly string[]
  /** Histograms or summaries, best first; `unit` is one of their units in seconds. */
  readonly durations?: readonly string[]
  readonly unit?: number
}

const MILLISECONDS = 0.001

/**
 * Most specific first. A counter and a histogram of one library count the same requests, and one service may
 * carry the names of two libraries: the first that answers is taken, they are never added.
 */
const FAMILIES: readonly RequestFamilies[] = [
  { counters: ['prometheus_http_requests_total'], durations: ['prometheus_http_request_duration_seconds'] },
  { durations: ['alertmanager_http_request_duration_seconds'] },
  // Micrometer: Spring, Quarkus, Micronaut; Ktor under a name of its own.
  { durations: ['http_server_requests_seconds', 'ktor_http_server_requests_seconds'] },
  // OpenTelemetry, stable and before.
  { durations: ['http_server_request_duration_seconds'] },
  { durations: ['http_server_duration_milliseconds'], unit: MILLISECONDS },
  // Python frameworks.
  {
    counters: ['flask_http_request_total'],
    durations: ['flask_http_request_duration_seconds'],
  },
  { counters: ['starlette_requests_total'], durations: ['starlette_request_duration_seconds'] },
  {
    counters: ['django_http_responses_total_by_status_total'],
    durations: [
      'django_http_requests_latency_including_middlewares_seconds',
      'django_http_requests_latency_seconds_by_view_method',
    ],
  },
  // prometheus-net, and what most middleware calls them; `highr` is prometheus-fastapi-instrumentator's fine
  // one.
  {
    counters: ['http_requests_received_total', 'http_requests_total'],
    durations: [
      'http_request_duration_highr_seconds',
      'http_request_duration_seconds',
      'http_request_summary_seconds',
    ],
  },
  { durations: ['http_request_duration_ms', 'http_request_duration_milliseconds'], unit: MILLISECONDS },
  { counters: ['grpc_server_handled_total'], durations: ['grpc_server_handling_seconds'] },
]

const rowsOf = ({ counters = [], durations = [], unit = 1 }: RequestFamilies): readonly Row[] => {
  const latency = (q: number) =>
    firstOf(
      ...durations.map((family) => (unit === 1 ? quantile(q, family) : scaled(quantile(q, family), unit))),
    )
  return [
    {
      signal: 'requestRate',
      value: firstOf(
        ...counters.map((name) => rate(name)),
        ...durations.map((family) => partRate(family, 'count')),
      ),
    },
    {
      signal: 'errorRatio',
      value: firstOf(
        ...counters.map((name) => errorShare(name)),
        ...durations.map((family) => errorShareOfCount(family)),
      ),
    },
    { signal: 'latencyP50', value: latency(0.5) },
    { signal: 'latencyP99', value: latency(0.99) },
  ]
}

const workOf = ({ counters = [], durations = [], unit = 1 }: RequestFamilies): readonly WorkKind[] =>
  durations.map((family) => work(family, unit, counters))

/**
 * Requests served over HTTP and gRPC. `promhttp_metric_handler_requests_total` is the scrapes: not asked for.
 */
export const REQUESTS: Source = {
  name: 'requests',
  rows: FAMILIES.flatMap(rowsOf),
  work: FAMILIES.flatMap(workOf),
}
