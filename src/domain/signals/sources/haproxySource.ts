import { firstOf } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { earliest, startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { errorShare } from '#src/domain/signals/readers/errorShare.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { fullestShare } from '#src/domain/signals/readers/fullest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { wantsExact } from '#src/domain/signals/readers/reader.ts'
import { targetOf, type TargetReader } from '#src/domain/signals/readers/target.ts'
import type { Source } from '#src/domain/signals/source.ts'
import { samplesOf } from '#src/domain/signals/window/sampleIndex.ts'

/**
 * Each backend that serves nobody is down. 2.4 and newer have a series for each state, older ones 0 or 1;
 * where neither is exported, no active and no backup server means down.
 */
const BACKENDS: TargetReader = {
  wants: wantsExact(
    'haproxy_backend_status',
    'haproxy_backend_active_servers',
    'haproxy_backend_backup_servers',
  ),
  read: (index) => {
    const states = samplesOf(index, 'haproxy_backend_status')
    if (states.length > 0) {
      return targetOf(states, ({ labels, value }) =>
        labels['state'] === undefined ? value === 0 : labels['state'] === 'DOWN' && value === 1,
      )
    }
    const backups = new Map(
      samplesOf(index, 'haproxy_backend_backup_servers').map(({ labels, value }) => [labels['proxy'], value]),
    )
    return targetOf(
      samplesOf(index, 'haproxy_backend_active_servers'),
      ({ labels, value }) => value === 0 && (backups.get(labels['proxy']) ?? 0) === 0,
    )
  },
}

/** HAProxy's built-in exporter. Its times are averages of the last 1024 requests: no quantile is told. */
export const HAPROXY: Source = {
  name: 'haproxy',
  target: BACKENDS,
  starts: [earliest('haproxy_process_start_time_seconds'), startByUptime('haproxy_process_uptime_seconds')],
  rows: [
    {
      // What `-m` limits; the resident size is not told.
      signal: 'memory',
      value: gauge('haproxy_process_pool_allocated_bytes'),
      bound: gauge('haproxy_process_max_memory_bytes'),
    },
    { signal: 'threads', value: gauge('haproxy_process_nbthread') },
    {
      signal: 'requestRate',
      value: firstOf(rate('haproxy_frontend_http_requests_total'), rate('haproxy_process_requests_total')),
    },
    { signal: 'errorRatio', value: errorShare('haproxy_frontend_http_responses_total') },
    {
      signal: 'utilisation',
      value: firstOf(
        // A server's maxconn, where one is set, is its number of workers.
        fullestShare({
          by: ['proxy', 'server'],
          used: [add('haproxy_server_current_sessions')],
          bound: [add('haproxy_server_limit_sessions')],
        }),
        fullestShare({
          by: [],
          used: [add('haproxy_process_current_connections')],
          bound: [add('haproxy_process_max_connections')],
        }),
      ),
    },
  ],
  queues: [queue(['proxy'], [add('haproxy_backend_current_queue')])],
}
