import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

/**
 * RabbitMQ's rabbitmq_prometheus plugin; the limit of memory is the watermark at which publishers are
 * blocked.
 */
export const RABBITMQ: Source = {
  name: 'rabbitmq',
  starts: [startByUptime('rabbitmq_erlang_uptime_seconds')],
  rows: [
    {
      signal: 'memory',
      value: gauge('rabbitmq_process_resident_memory_bytes'),
      bound: gauge('rabbitmq_resident_memory_limit_bytes'),
    },
    { signal: 'fds', value: gauge('rabbitmq_process_open_fds'), bound: gauge('rabbitmq_process_max_fds') },
    { signal: 'requestRate', value: rate('rabbitmq_global_messages_received_total') },
  ],
  queues: [
    queue(['vhost', 'queue'], [add('rabbitmq_queue_messages_ready')]),
    queue(['vhost', 'queue'], [add('rabbitmq_detailed_queue_messages_ready')]),
  ],
}
