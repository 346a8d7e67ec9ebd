import { firstOf, scaled } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { add, type Figure } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

const NANOSECONDS = 1e-9

/** OpenTelemetry's `db.client.connection(s)` as Npgsql and others fill them. */
const usage = (name: string, label: string, state: string): Figure => [add(name, { [label]: state })]

/**
 * .NET: prometheus-net, the runtime's own meters from .NET 9 on and the OpenTelemetry contrib names before,
 * both as translated for Prometheus.
 */
export const DOTNET: Source = {
  name: 'dotnet',
  rows: [
    {
      signal: 'memory',
      value: firstOf(
        gauge('process_working_set_bytes'),
        gauge('dotnet_process_memory_working_set_bytes'),
        gauge('process_memory_usage_bytes'),
      ),
    },
    {
      signal: 'heap',
      value: firstOf(
        gauge('dotnet_total_memory_bytes'),
        gauge('dotnet_gc_last_collection_heap_size_bytes'),
        gauge('process_runtime_dotnet_gc_heap_size_bytes'),
      ),
    },
    {
      signal: 'cpu',
      value: firstOf(rate('dotnet_process_cpu_time_seconds_total'), rate('process_cpu_time_seconds_total')),
      bound: gauge('dotnet_process_cpu_count'),
    },
    // Windows handles and Unix descriptors alike; no limit is told.
    { signal: 'fds', value: gauge('process_open_handles') },
    {
      signal: 'threads',
      value: firstOf(gauge('process_num_threads'), gauge('dotnet_thread_pool_thread_count')),
    },
    {
      signal: 'gcCpu',
      value: firstOf(
        rate('dotnet_gc_pause_time_seconds_total'),
        scaled(rate('process_runtime_dotnet_gc_duration_nanoseconds_total'), NANOSECONDS),
      ),
    },
  ],
  queues: [
    queue([], [add('kestrel_queued_requests')]),
    queue([], [add('kestrel_queued_connections')]),
    queue([], [add('dotnet_thread_pool_queue_length')]),
    // An observable counter in some exporters, so they add the suffix; the value is the length all the same.
    queue([], [add('dotnet_thread_pool_queue_length_total')]),
    queue([], [add('process_runtime_dotnet_thread_pool_queue_length')]),
  ],
  pools: [
    {
      by: ['pool_name'],
      inUse: usage('db_client_connections_usage', 'state', 'used'),
      idle: usage('db_client_connections_usage', 'state', 'idle'),
      waiting: [add('db_client_connections_pending_requests')],
      max: [add('db_client_connections_max')],
    },
    {
      by: ['db_client_connection_pool_name'],
      inUse: usage('db_client_connection_count', 'db_client_connection_state', 'used'),
      idle: usage('db_client_connection_count', 'db_client_connection_state', 'idle'),
      waiting: [add('db_client_connection_pending_requests')],
      max: [add('db_client_connection_max')],
    },
  ],
}
