import { firstOf, plus } from '#src/domain/signals/readers/combine.ts'
import { earliest, startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { upGauge } from '#src/domain/signals/readers/target.ts'
import { exporterWith, type Source } from '#src/domain/signals/source.ts'

/** redis_exporter: it answers 200 while Redis is dead, and its `process_*` are its own. */
export const REDIS_EXPORTER: Source = {
  name: 'redis_exporter',
  exporter: exporterWith(
    ['redis_exporter_build_info', 'redis_exporter_scrapes_total', 'redis_memory_used_bytes'],
    'redis_up',
  ),
  target: upGauge('redis_up'),
  starts: [earliest('redis_start_time_seconds'), startByUptime('redis_uptime_in_seconds')],
  rows: [
    {
      signal: 'memory',
      value: firstOf(gauge('redis_memory_used_rss_bytes'), gauge('redis_memory_used_bytes')),
      bound: gauge('redis_memory_max_bytes'),
    },
    {
      signal: 'cpu',
      value: plus(rate('redis_cpu_sys_seconds_total'), rate('redis_cpu_user_seconds_total')),
    },
    { signal: 'requestRate', value: rate('redis_commands_processed_total') },
  ],
  pools: [{ by: [], inUse: [add('redis_connected_clients')], max: [add('redis_config_maxclients')] }],
}
