import { describe, expect, it } from 'vitest'
import { pairedMetrics } from './pairedMetrics.ts'

const counts = (found: Readonly<Record<string, number>>) =>
  Object.entries(found).map(([name, series]) => ({ name, series }))

const names = (metrics: readonly { name: string }[]): string[] => metrics.map(({ name }) => name)

/** What is fetched beside a counter of requests; it would not be by itself. */
const beside = (name: string): boolean => {
  const { paired } = pairedMetrics(counts({ http_requests_total: 1, [name]: 1 }), 10)
  return names(paired).includes(name)
}

describe('pairedMetrics', () => {
  it.each([
    { name: 'http_request_duration_seconds_bucket', paired: true },
    { name: 'http_request_duration_seconds_count', paired: true },
    { name: 'http_server_requests_seconds', paired: true },
    { name: 'grpc_server_handled_total', paired: true },
    { name: 'haproxy_frontend_http_responses_total', paired: true },
    // Whose page it is, whether it is still the same process, and whether it answered.
    { name: 'process_start_time_seconds', paired: true },
    { name: 'myapp_process_start_time_seconds', paired: true },
    { name: 'redis_exporter_build_info', paired: true },
    { name: 'up', paired: true },
    { name: 'process_resident_memory_bytes', paired: false },
    { name: 'queue_depth', paired: false },
    { name: 'go_gc_duration_seconds', paired: false },
    { name: 'jvm_gc_pause_seconds_bucket', paired: false },
    { name: 'nodejs_eventloop_lag_seconds', paired: false },
    { name: 'scrape_duration_seconds', paired: false },
  ])('$name: $paired', ({ name, paired }) => {
    expect(beside(name)).toBe(paired)
  })

  const found = counts({
    http_request_duration_seconds_bucket: 60,
    http_requests_total: 5,
    http_request_duration_seconds_count: 5,
    process_start_time_seconds: 1,
    process_open_fds: 1,
  })
  const few = ['http_requests_total', 'http_request_duration_seconds_count']
  const buckets = 'http_request_duration_seconds_bucket'
  it.each([
    { room: 71, paired: ['process_start_time_seconds', ...few, buckets], leftOut: [] },
    { room: 70, paired: ['process_start_time_seconds', ...few], leftOut: [buckets] },
    { room: 11, paired: ['process_start_time_seconds', ...few], leftOut: [buckets] },
    { room: 5, paired: [], leftOut: [...few, buckets] },
    { room: -9, paired: [], leftOut: [...few, buckets] },
  ])('leaves out those with the most series where there is room for $room, and names them', (expected) => {
    const { paired, leftOut } = pairedMetrics(found, expected.room)
    expect({ paired: names(paired), leftOut }).toEqual({
      paired: expected.paired,
      leftOut: expected.leftOut,
    })
  })

  it('needs nothing where no requests are counted', () => {
    const without = counts({ process_start_time_seconds: 1, queue_depth: 1 })
    expect(pairedMetrics(without, 100)).toEqual({ paired: [], leftOut: [] })
  })
})
