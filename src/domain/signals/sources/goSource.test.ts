import { describe, expect, it } from 'vitest'
import { NOW, wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const START = NOW / 1000 - 3600

const CLIENT = `
process_start_time_seconds ${START}
process_resident_memory_bytes 1.4e7
process_open_fds 12
process_max_fds 20000
go_goroutines 7
go_threads 9
go_memstats_heap_inuse_bytes 3.3e6
go_memstats_sys_bytes 1.8e7
go_memstats_heap_released_bytes 4e6
`

const rows = [
  {
    name: 'client_golang, one page: no rates',
    before: null,
    now: `${CLIENT}process_cpu_seconds_total 100\n`,
    expected: {
      memory: '14000000',
      fds: '12 of 20000',
      heap: '3300000',
      goroutines: '7',
      threads: '9',
      uptime: '3600',
    },
  },
  {
    name: 'rates of CPU, pauses and locks',
    before:
      'process_cpu_seconds_total 100\ngo_gc_duration_seconds_sum 1\ngo_sync_mutex_wait_total_seconds_total 5',
    now: 'process_cpu_seconds_total 115\ngo_gc_duration_seconds_sum 1.2\ngo_sync_mutex_wait_total_seconds_total 6',
    expected: { cpu: '1.5', gcCpu: '0.02', mutexWait: '0.1' },
  },
  {
    name: 'GOMEMLIMIT and GOMAXPROCS are limits',
    before: 'process_cpu_seconds_total 0',
    now: 'process_cpu_seconds_total 5\nprocess_resident_memory_bytes 7e8\ngo_gc_gomemlimit_bytes 1e9\ngo_sched_gomaxprocs_threads 2',
    expected: { memory: '700000000 of 1000000000', cpu: '0.5 of 2' },
  },
  {
    name: 'GOMEMLIMIT is off by default',
    before: null,
    now: 'process_resident_memory_bytes 7e8\ngo_gc_gomemlimit_bytes 9.223372036854776e+18',
    expected: { memory: '700000000' },
  },
  {
    name: 'without the process collector (macOS): what the runtime holds',
    before: null,
    now: 'go_memstats_sys_bytes 1.8e7\ngo_memstats_heap_released_bytes 4e6',
    expected: { memory: '14000000' },
  },
  {
    name: "runtime/metrics: the collector's share of CPU and its pauses",
    before: `go_cpu_classes_gc_total_cpu_seconds_total 10\ngo_cpu_classes_total_cpu_seconds_total 100
go_sched_pauses_total_gc_seconds_bucket{le="0.001"} 0\ngo_sched_pauses_total_gc_seconds_bucket{le="+Inf"} 0
go_gc_duration_seconds_sum 1\ngo_gc_duration_seconds_count 1\ngo_gc_duration_seconds{quantile="1"} 0.5`,
    now: `go_cpu_classes_gc_total_cpu_seconds_total 14\ngo_cpu_classes_total_cpu_seconds_total 120
go_sched_pauses_total_gc_seconds_bucket{le="0.001"} 10\ngo_sched_pauses_total_gc_seconds_bucket{le="+Inf"} 10
go_gc_duration_seconds_sum 2\ngo_gc_duration_seconds_count 2\ngo_gc_duration_seconds{quantile="1"} 0.5`,
    expected: { gcCpu: '0.2', gcPauseP99: '0.00099' },
  },
  {
    name: 'pauses of the summary alone',
    before:
      'go_gc_duration_seconds_sum 1\ngo_gc_duration_seconds_count 10\ngo_gc_duration_seconds{quantile="1"} 0.08',
    now: 'go_gc_duration_seconds_sum 1.002\ngo_gc_duration_seconds_count 12\ngo_gc_duration_seconds{quantile="1"} 0.08',
    expected: { gcCpu: '0.0002', gcPauseP99: '0.002' },
  },
  {
    name: 'database/sql: waiters are seconds waited a second',
    before: 'go_sql_wait_duration_seconds_total{db_name="orders"} 3',
    now: `go_sql_in_use_connections{db_name="orders"} 5\ngo_sql_idle_connections{db_name="orders"} 0
go_sql_max_open_connections{db_name="orders"} 5\ngo_sql_wait_duration_seconds_total{db_name="orders"} 28
go_sql_in_use_connections{db_name="audit"} 40\ngo_sql_idle_connections{db_name="audit"} 1
go_sql_max_open_connections{db_name="audit"} 100`,
    expected: { poolInUse: '5 of 5 (orders)', poolIdle: '0 (orders)', poolWaiting: '2.5 (orders)' },
  },
  {
    name: 'database/sql without a limit',
    before: null,
    now: 'go_sql_in_use_connections{db_name="x"} 3\ngo_sql_max_open_connections{db_name="x"} 0',
    expected: { poolInUse: '3 (x)' },
  },
  {
    name: 'pgx, both ways its collectors name the counter',
    before: 'pgxpool_acquire_duration_ns_total 0',
    now: 'pgxpool_acquired_conns 3\npgxpool_idle_conns 1\npgxpool_max_conns 4\npgxpool_acquire_duration_ns_total 5e9',
    expected: { poolInUse: '3 of 4', poolIdle: '1', poolWaiting: '0.5' },
  },
  {
    name: 'pgx, the counter without its ending',
    before: 'pgxpool_acquire_duration_ns{db="a"} 0',
    now: 'pgxpool_acquired_conns{db="a"} 3\npgxpool_max_conns{db="a"} 4\npgxpool_acquire_duration_ns{db="a"} 5e9',
    expected: { poolInUse: '3 of 4 (a)', poolWaiting: '0.5 (a)' },
  },
  {
    name: 'work queues of a controller',
    before: null,
    now: 'workqueue_depth{name="a"} 3\nworkqueue_depth{name="b"} 30',
    expected: { queueDepth: '30 (b)' },
  },
]

describe('Go', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }
})
