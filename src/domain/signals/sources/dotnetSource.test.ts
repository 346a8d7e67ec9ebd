import { describe, expect, it } from 'vitest'
import { wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const rows = [
  {
    name: 'prometheus-net: a working set, handles without a limit',
    before: 'process_cpu_seconds_total 10',
    now: `process_start_time_seconds 1799999900\nprocess_cpu_seconds_total 12\nprocess_working_set_bytes 9e7
process_private_memory_bytes 2e8\nprocess_open_handles 210\nprocess_num_threads 25\ndotnet_total_memory_bytes 4e7`,
    expected: {
      memory: '90000000',
      heap: '40000000',
      cpu: '0.2',
      fds: '210',
      threads: '25',
      uptime: '100',
    },
  },
  {
    name: 'the meters of .NET 9',
    before: `dotnet_process_cpu_time_seconds_total{cpu_mode="user"} 10
dotnet_process_cpu_time_seconds_total{cpu_mode="system"} 5\ndotnet_gc_pause_time_seconds_total 1`,
    now: `dotnet_process_memory_working_set_bytes 9e7
dotnet_gc_last_collection_heap_size_bytes{gc_heap_generation="gen0"} 1e6
dotnet_gc_last_collection_heap_size_bytes{gc_heap_generation="gen2"} 3e6
dotnet_process_cpu_time_seconds_total{cpu_mode="user"} 14
dotnet_process_cpu_time_seconds_total{cpu_mode="system"} 6\ndotnet_process_cpu_count 4
dotnet_gc_pause_time_seconds_total 1.4\ndotnet_thread_pool_thread_count 12
dotnet_thread_pool_queue_length 30\nkestrel_queued_requests 0`,
    expected: {
      memory: '90000000',
      heap: '4000000',
      cpu: '0.5 of 4',
      gcCpu: '0.04',
      threads: '12',
      queueDepth: '30',
    },
  },
  {
    name: 'OpenTelemetry before .NET 9',
    before:
      'process_runtime_dotnet_gc_duration_nanoseconds_total 0\nprocess_cpu_time_seconds_total{state="user"} 0',
    now: `process_memory_usage_bytes 5e7\nprocess_runtime_dotnet_gc_heap_size_bytes{generation="gen2"} 3e6
process_runtime_dotnet_gc_duration_nanoseconds_total 1e9\nprocess_cpu_time_seconds_total{state="user"} 5
process_runtime_dotnet_thread_pool_queue_length 4`,
    expected: { memory: '50000000', heap: '3000000', gcCpu: '0.1', cpu: '0.5', queueDepth: '4' },
  },
  {
    name: 'requests that Kestrel holds back',
    before: null,
    now: 'kestrel_queued_requests 9\nkestrel_queued_connections 2\ndotnet_thread_pool_queue_length_total 1',
    expected: { queueDepth: '9' },
  },
  {
    name: 'Npgsql',
    before: null,
    now: `db_client_connections_usage{pool_name="main",state="idle"} 1
db_client_connections_usage{pool_name="main",state="used"} 9\ndb_client_connections_max{pool_name="main"} 10
db_client_connections_pending_requests{pool_name="main"} 2`,
    expected: { poolInUse: '9 of 10 (main)', poolIdle: '1 (main)', poolWaiting: '2 (main)' },
  },
  {
    name: 'the stable names of OpenTelemetry',
    before: null,
    now: `db_client_connection_count{db_client_connection_pool_name="m",db_client_connection_state="used"} 3
db_client_connection_count{db_client_connection_pool_name="m",db_client_connection_state="idle"} 4
db_client_connection_max{db_client_connection_pool_name="m"} 10`,
    expected: { poolInUse: '3 of 10 (m)', poolIdle: '4 (m)' },
  },
]

describe('.NET', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }
})
