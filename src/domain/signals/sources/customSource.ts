import { queue, queueEnding } from '#src/domain/signals/readers/deepestQueue.ts'
import { earliest, earliestEnding } from '#src/domain/signals/readers/earliest.ts'
import { add, less } from '#src/domain/signals/readers/figure.ts'
import { workEnding } from '#src/domain/signals/readers/timedWork.ts'
import type { Source } from '#src/domain/signals/source.ts'

const MILLISECONDS = 0.001

/** `mail_job_duration_seconds`, `request_processing_seconds`, controller-runtime's `workqueue_work_duration_seconds`. */
const TIMED = [
  'job_duration',
  'task_duration',
  'work_duration',
  'processing',
  'processing_duration',
  'processing_time',
]

const QUEUE_NAMES = ['queue', 'queue_name', 'topic', 'name']

/**
 * What services name by habit, where no library sets a standard: node-postgres' pool, job queues and the
 * timing of their jobs, certificates.
 */
export const CUSTOM: Source = {
  name: 'custom',
  rows: [
    { signal: 'certificateExpiry', value: earliest('probe_ssl_earliest_cert_expiry') },
    { signal: 'certificateExpiry', value: earliest('ssl_cert_not_after', ['dnsnames', 'cn', 'name']) },
    {
      signal: 'certificateExpiry',
      value: earliestEnding('_ssl_cert_not_after', ['dnsnames', 'cn', 'name']),
    },
  ],
  queues: [
    queue(QUEUE_NAMES, [add('queue_depth')]),
    queue(QUEUE_NAMES, [add('jobs_pending')]),
    queueEnding('_queue_depth', QUEUE_NAMES),
    queueEnding('_queue_length', QUEUE_NAMES),
  ],
  work: TIMED.flatMap((what) => [
    workEnding(`${what}_seconds`),
    workEnding(`${what}_milliseconds`, MILLISECONDS),
    workEnding(`${what}_ms`, MILLISECONDS),
  ]),
  pools: [
    {
      by: ['pool', 'name', 'db'],
      inUse: [add('db_pool_connections', { state: ['active', 'used', 'in_use', 'busy', 'acquired'] })],
      idle: [add('db_pool_connections', { state: ['idle', 'free', 'available'] })],
      waiting: [add('db_pool_connections', { state: ['waiting', 'pending'] })],
      max: [add('db_pool_max_connections')],
    },
    {
      by: ['pool', 'name', 'db'],
      inUse: [add('pg_pool_total_connections'), less('pg_pool_idle_connections')],
      idle: [add('pg_pool_idle_connections')],
      waiting: [add('pg_pool_waiting_connections')],
      max: [add('pg_pool_max_connections')],
    },
  ],
}
