import { firstOf, scaled } from '#src/domain/signals/readers/combine.ts'
import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { earliest, startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { fullest } from '#src/domain/signals/readers/fullest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { exporterWith, type Source } from '#src/domain/signals/source.ts'

const PERCENT = 0.01

/**
 * The server's /varz under the prefix that its reader gives it. The exporter tells no start or uptime as a
 * number.
 */
const varz = (prefix: string): Omit<Source, 'name'> => ({
  starts: [earliest(`${prefix}_start_time_seconds`), startByUptime(`${prefix}_uptime_seconds`)],
  rows: [
    { signal: 'memory', value: gauge(`${prefix}_mem`) },
    {
      signal: 'cpu',
      value: scaled(gauge(`${prefix}_cpu`), PERCENT),
      bound: firstOf(gauge(`${prefix}_gomaxprocs`), gauge(`${prefix}_cores`)),
    },
    { signal: 'requestRate', value: rate(`${prefix}_in_msgs`) },
    {
      signal: 'disk',
      value: fullest({
        by: [],
        used: [add(`${prefix}_jetstream_stats_storage`)],
        bound: [add(`${prefix}_jetstream_config_max_storage`)],
      }),
    },
  ],
  queues: [queue(['stream_name', 'consumer_name'], [add('jetstream_consumer_num_pending')])],
  pools: [{ by: [], inUse: [add(`${prefix}_connections`)], max: [add(`${prefix}_max_connections`)] }],
})

/** nats-server, read from its own /varz; `cpu` is in percent of one core. */
export const NATS: Source = { name: 'nats', ...varz('nats_varz') }

/** nats-server through prometheus-nats-exporter. */
export const NATS_EXPORTER: Source = {
  name: 'prometheus-nats-exporter',
  exporter: exporterWith(['gnatsd_varz_mem', 'gnatsd_varz_connections']),
  ...varz('gnatsd_varz'),
}
