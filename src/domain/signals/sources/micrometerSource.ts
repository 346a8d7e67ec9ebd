import { firstOf, scaled, times } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add, less } from '#src/domain/signals/readers/figure.ts'
import { fullest, fullestShare } from '#src/domain/signals/readers/fullest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { work } from '#src/domain/signals/readers/timedWork.ts'
import type { Source } from '#src/domain/signals/source.ts'

const NANOSECONDS = 1e-9

/** Spring Boot Actuator, Quarkus and others on Micrometer; it has names of its own for `process_*`. */
export const MICROMETER: Source = {
  name: 'micrometer',
  starts: [startByUptime('process_uptime_seconds')],
  rows: [
    {
      signal: 'cpu',
      value: firstOf(
        scaled(rate('process_cpu_time_ns_total'), NANOSECONDS),
        times(gauge('process_cpu_usage'), gauge('system_cpu_count')),
      ),
      bound: gauge('system_cpu_count'),
    },
    { signal: 'fds', value: gauge('process_files_open_files'), bound: gauge('process_files_max_files') },
    {
      signal: 'disk',
      value: fullest({
        by: ['path'],
        used: [add('disk_total_bytes'), less('disk_free_bytes')],
        bound: [add('disk_total_bytes')],
      }),
    },
    {
      signal: 'utilisation',
      value: firstOf(
        fullestShare({
          by: ['name'],
          used: [add('tomcat_threads_busy_threads')],
          bound: [add('tomcat_threads_config_max_threads')],
        }),
        fullestShare({
          by: ['name'],
          used: [add('jetty_threads_busy')],
          bound: [add('jetty_threads_config_max')],
        }),
        fullestShare({
          by: ['name'],
          used: [add('executor_active_threads')],
          bound: [add('executor_pool_max_threads')],
        }),
        fullestShare({
          by: ['pool_type', 'pool_name'],
          used: [add('worker_pool_active')],
          bound: [add('worker_pool_active'), add('worker_pool_idle')],
        }),
      ),
    },
  ],
  queues: [
    queue(
      ['name'],
      [add('executor_queued_tasks')],
      [add('executor_queued_tasks'), add('executor_queue_remaining_tasks')],
    ),
    queue(['pool_type', 'pool_name'], [add('worker_pool_queue_size')]),
    queue(['client_id'], [add('kafka_consumer_fetch_manager_records_lag_max')]),
  ],
  work: [work('spring_kafka_listener_seconds'), work('spring_rabbitmq_listener_seconds')],
  pools: [
    {
      by: ['pool'],
      inUse: [add('hikaricp_connections_active')],
      idle: [add('hikaricp_connections_idle')],
      waiting: [add('hikaricp_connections_pending')],
      max: [add('hikaricp_connections_max')],
    },
    {
      by: ['datasource'],
      inUse: [add('agroal_active_count')],
      idle: [add('agroal_available_count')],
      waiting: [add('agroal_awaiting_count')],
    },
    {
      by: ['name'],
      inUse: [add('r2dbc_pool_acquired_connections')],
      idle: [add('r2dbc_pool_idle_connections')],
      waiting: [add('r2dbc_pool_pending_connections')],
      max: [add('r2dbc_pool_max_allocated_connections')],
    },
    {
      by: ['name'],
      inUse: [add('jdbc_connections_active')],
      idle: [add('jdbc_connections_idle')],
      max: [add('jdbc_connections_max')],
    },
  ],
}
