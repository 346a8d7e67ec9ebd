import { describe, expect, it } from 'vitest'
import { readPages, wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const page = (prefix: string, cpu: number, gc: number, pauses: number): string =>
  `process_start_time_seconds 1799999990
process_cpu_seconds_total ${cpu}
process_resident_memory_bytes 7e7
process_open_fds 28
process_max_fds 1024
nodejs_eventloop_lag_p99_seconds 0.016
nodejs_heap_size_used_bytes 1.4e7
nodejs_heap_size_total_bytes 1.9e7
nodejs_version_info{version="v20.20.2",major="20"} 1
nodejs_gc_duration_seconds_bucket{le="0.001",kind="minor"} ${pauses}
nodejs_gc_duration_seconds_bucket{le="0.01",kind="minor"} ${pauses}
nodejs_gc_duration_seconds_bucket{le="+Inf",kind="minor"} ${pauses}
nodejs_gc_duration_seconds_sum{kind="minor"} ${gc}
nodejs_gc_duration_seconds_count{kind="minor"} ${pauses}`.replace(/^(?=\w)/gm, prefix)

const EXPECTED = {
  memory: '70000000',
  cpu: '0.3',
  fds: '28 of 1024',
  heap: '14000000',
  gcCpu: '0.005',
  gcPauseP99: '0.00099',
  eventLoopLag: '0.016',
  uptime: '10',
}

const rows = [
  {
    name: 'prom-client',
    before: page('', 1, 0.1, 20),
    now: page('', 4, 0.15, 60),
    expected: EXPECTED,
  },
  {
    name: 'prom-client with a prefix',
    before: page('myapp_', 1, 0.1, 20),
    now: page('myapp_', 4, 0.15, 60),
    expected: EXPECTED,
  },
  {
    name: "prefixed metrics of a child beside the process' own: its own",
    before: null,
    now: 'process_start_time_seconds 1799999990\nprocess_open_fds 3\nworker_process_open_fds 900\nworker_process_start_time_seconds 1',
    expected: { fds: '3', uptime: '10' },
  },
  {
    name: 'OpenTelemetry',
    before: null,
    now: `v8js_memory_heap_used_bytes{v8js_heap_space_name="new_space"} 4
v8js_memory_heap_used_bytes{v8js_heap_space_name="old_space"} 6
v8js_memory_heap_limit_bytes{v8js_heap_space_name="new_space"} 10
v8js_memory_heap_limit_bytes{v8js_heap_space_name="old_space"} 30\nnodejs_eventloop_delay_p99_seconds 0.02`,
    expected: { heap: '10 of 40', eventLoopLag: '0.02' },
  },
]

describe('Node', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }

  it('names the metrics as the page does', () => {
    const { signals } = readPages(null, page('myapp_', 1, 1, 1))
    expect(signals.get('fds')?.from).toBe('myapp_process_open_fds of myapp_process_max_fds')
    expect(signals.get('heap')?.from).toBe('myapp_nodejs_heap_size_used_bytes')
  })
})
