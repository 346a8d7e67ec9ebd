import { firstOf, minus, share } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { add, perSecond } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { pauseP99 } from '#src/domain/signals/readers/pauseP99.ts'
import { partRate, rate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

const NANOSECONDS = 1e-9

/** Go: client_golang's GoCollector and DBStats, runtime/metrics where opted in, pgx pool collectors. */
export const GO: Source = {
  name: 'go',
  rows: [
    {
      // Where the process collector cannot run: what GOMEMLIMIT counts, which is close to resident.
      signal: 'memory',
      value: minus(gauge('go_memstats_sys_bytes'), gauge('go_memstats_heap_released_bytes')),
      bound: gauge('go_gc_gomemlimit_bytes'),
    },
    { signal: 'heap', value: gauge('go_memstats_heap_inuse_bytes') },
    { signal: 'goroutines', value: firstOf(gauge('go_goroutines'), gauge('go_goroutine_count')) },
    { signal: 'threads', value: gauge('go_threads') },
    {
      signal: 'gcCpu',
      value: share(
        rate('go_cpu_classes_gc_total_cpu_seconds_total'),
        rate('go_cpu_classes_total_cpu_seconds_total'),
      ),
    },
    // Only the time the world stood still: the collector's concurrent work is not in it.
    { signal: 'gcCpu', value: partRate('go_gc_duration_seconds', 'sum') },
    {
      signal: 'gcPauseP99',
      value: firstOf(
        pauseP99('go_sched_pauses_total_gc_seconds'),
        pauseP99('go_gc_pauses_seconds'),
        pauseP99('go_gc_duration_seconds'),
      ),
    },
    { signal: 'mutexWait', value: rate('go_sync_mutex_wait_total_seconds_total') },
  ],
  queues: [queue(['name', 'controller'], [add('workqueue_depth')])],
  pools: [
    {
      by: ['db_name'],
      inUse: [add('go_sql_in_use_connections')],
      idle: [add('go_sql_idle_connections')],
      waiting: [perSecond('go_sql_wait_duration_seconds_total')],
      max: [add('go_sql_max_open_connections')],
    },
    {
      by: ['db_name', 'db', 'pool'],
      inUse: [add('pgxpool_acquired_conns')],
      idle: [add('pgxpool_idle_conns')],
      waiting: [perSecond('pgxpool_acquire_duration_ns', NANOSECONDS)],
      max: [add('pgxpool_max_conns')],
    },
    {
      by: ['db_name', 'db', 'pool'],
      inUse: [add('pgxpool_acquired_conns')],
      idle: [add('pgxpool_idle_conns')],
      waiting: [perSecond('pgxpool_acquire_duration_ns_total', NANOSECONDS)],
      max: [add('pgxpool_max_conns')],
    },
  ],
}
