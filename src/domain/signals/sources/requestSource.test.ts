import { describe, expect, it } from 'vitest'
import { readPages, wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

/** A histogram of `fast` requests under 0.1 and `slow` ones under 1. */
const histogram = (family: string, labels: string, fast: number, slow: number): string =>
  `${family}_bucket{${labels},le="0.1"} ${fast}
${family}_bucket{${labels},le="1"} ${fast + slow}
${family}_bucket{${labels},le="+Inf"} ${fast + slow}
${family}_sum{${labels}} ${slow}
${family}_count{${labels}} ${fast + slow}
`

const rows = [
  {
    name: 'a counter alone',
    before: 'http_requests_total{code="200"} 0\nhttp_requests_total{code="500"} 0',
    now: 'http_requests_total{code="200"} 95\nhttp_requests_total{code="500"} 5',
    expected: { requestRate: '10', errorRatio: '0.05' },
  },
  {
    name: 'a counter and a histogram count the same requests once; what the one cannot tell the other does',
    before: `http_requests_total{method="get"} 0\n${histogram('http_request_duration_seconds', 'code="500"', 0, 0)}`,
    now: `http_requests_total{method="get"} 20\n${histogram('http_request_duration_seconds', 'code="500"', 10, 10)}`,
    expected: { requestRate: '2', errorRatio: '1', latencyP50: '0.1', latencyP99: '0.982' },
  },
  {
    name: 'Micrometer without percentiles: no quantile is told, and max is none',
    before: 'http_server_requests_seconds_count{outcome="SUCCESS",status="200",uri="/a",} 0.0',
    now: `http_server_requests_seconds_count{outcome="SUCCESS",status="200",uri="/a",} 30.0
http_server_requests_seconds_count{outcome="SERVER_ERROR",status="500",uri="/a",} 10.0
http_server_requests_seconds_sum{outcome="SUCCESS",status="200",uri="/a",} 3.0
http_server_requests_seconds_max{outcome="SUCCESS",status="200",uri="/a",} 0.9`,
    expected: { requestRate: '4', errorRatio: '0.25' },
  },
  {
    name: 'Micrometer with percentiles-histogram',
    before: histogram('http_server_requests_seconds', 'status="200"', 0, 0),
    now: histogram('http_server_requests_seconds', 'status="200"', 40, 0),
    expected: { requestRate: '4', errorRatio: '0', latencyP50: '0.05', latencyP99: '0.099' },
  },
  {
    name: 'OpenTelemetry and ASP.NET Core',
    before: histogram('http_server_request_duration_seconds', 'http_response_status_code="503"', 0, 0),
    now: histogram('http_server_request_duration_seconds', 'http_response_status_code="503"', 40, 0),
    expected: { requestRate: '4', errorRatio: '1', latencyP50: '0.05', latencyP99: '0.099' },
  },
  {
    name: 'OpenTelemetry before that, in milliseconds',
    before: histogram('http_server_duration_milliseconds', 'http_status_code="200"', 0, 0),
    now: histogram('http_server_duration_milliseconds', 'http_status_code="200"', 40, 0),
    expected: { requestRate: '4', errorRatio: '0', latencyP50: '0.00005', latencyP99: '0.000099' },
  },
  {
    name: 'prometheus-net',
    before: `http_requests_received_total{code="200"} 0\n${histogram('http_request_duration_seconds', 'code="200"', 0, 0)}`,
    now: `http_requests_received_total{code="200"} 40\n${histogram('http_request_duration_seconds', 'code="200"', 40, 0)}`,
    expected: { requestRate: '4', errorRatio: '0', latencyP50: '0.05', latencyP99: '0.099' },
  },
  {
    name: 'Flask',
    before: `flask_http_request_total{status="200"} 0\n${histogram('flask_http_request_duration_seconds', 'status="200"', 0, 0)}`,
    now: `flask_http_request_total{status="200"} 40\n${histogram('flask_http_request_duration_seconds', 'status="200"', 40, 0)}`,
    expected: { requestRate: '4', errorRatio: '0', latencyP50: '0.05', latencyP99: '0.099' },
  },
  {
    name: 'Starlette',
    before: 'starlette_requests_total{status_code="200"} 0\nstarlette_requests_total{status_code="500"} 0',
    now: 'starlette_requests_total{status_code="200"} 10\nstarlette_requests_total{status_code="500"} 30',
    expected: { requestRate: '4', errorRatio: '0.75' },
  },
  {
    name: 'Django',
    before: `django_http_responses_total_by_status_total{status="200"} 0
${histogram('django_http_requests_latency_seconds_by_view_method', 'view="a"', 0, 0)}`,
    now: `django_http_responses_total_by_status_total{status="200"} 40
${histogram('django_http_requests_latency_seconds_by_view_method', 'view="a"', 40, 0)}`,
    expected: { requestRate: '4', errorRatio: '0', latencyP50: '0.05', latencyP99: '0.099' },
  },
  {
    name: 'gRPC',
    before: 'grpc_server_handled_total{grpc_code="OK"} 0\ngrpc_server_handled_total{grpc_code="Internal"} 0',
    now: 'grpc_server_handled_total{grpc_code="OK"} 39\ngrpc_server_handled_total{grpc_code="Internal"} 1',
    expected: { requestRate: '4', errorRatio: '0.025' },
  },
  {
    name: 'scrapes are no requests',
    before: 'promhttp_metric_handler_requests_total{code="200"} 1',
    now: 'promhttp_metric_handler_requests_total{code="200"} 2',
    expected: {},
  },
  {
    name: 'no requests: a rate of zero, but no ratio and no latency',
    before: histogram('http_request_duration_seconds', 'code="200"', 7, 7),
    now: histogram('http_request_duration_seconds', 'code="200"', 7, 7),
    expected: { requestRate: '0' },
  },
]

describe('requests', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }

  it('says which family each number came from', () => {
    const { signals } = readPages(rows[1]?.before ?? '', rows[1]?.now ?? '')
    expect(signals.get('requestRate')?.from).toBe('rate of http_requests_total')
    expect(signals.get('errorRatio')?.from).toBe('5xx of http_request_duration_seconds_count')
    expect(signals.get('latencyP99')?.from).toBe('p99 of http_request_duration_seconds')
  })
})
