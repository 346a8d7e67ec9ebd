import { queue } from '#src/domain/signals/readers/deepestQueue.ts'
import { earliest } from '#src/domain/signals/readers/earliest.ts'
import { add, perSecond } from '#src/domain/signals/readers/figure.ts'
import { fullest } from '#src/domain/signals/readers/fullest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { exporterWith, type Source } from '#src/domain/signals/source.ts'
import type { Row } from '#src/domain/signals/source.ts'

const CONTAINER = ['namespace', 'pod', 'container']

/** A quota is in microseconds of CPU a period, which is 100 ms unless a kubelet is told otherwise: in cores. */
const CPU_QUOTA = { ...add('container_spec_cpu_quota'), factor: 1e-5 }

const CONTAINER_ROWS: readonly Row[] = [
  {
    signal: 'memory',
    value: fullest({
      by: CONTAINER,
      used: [add('container_memory_working_set_bytes')],
      bound: [add('container_spec_memory_limit_bytes')],
    }),
  },
  {
    signal: 'cpu',
    value: fullest({
      by: CONTAINER,
      used: [perSecond('container_cpu_usage_seconds_total')],
      bound: [CPU_QUOTA],
    }),
  },
]

/** A process that reads its own cgroup. */
export const CONTAINER_STATS: Source = { name: 'container', rows: CONTAINER_ROWS }

/** cAdvisor: its own `process_*` are not the containers'. */
export const CADVISOR: Source = {
  name: 'cadvisor',
  exporter: exporterWith(['cadvisor_version_info']),
  starts: [earliest('container_start_time_seconds')],
  rows: CONTAINER_ROWS,
}

/** kube-state-metrics: the pod that restarts most. */
export const KUBE_STATE: Source = {
  name: 'kube-state-metrics',
  rows: [
    {
      signal: 'restarts',
      value: fullest({ by: CONTAINER, used: [add('kube_pod_container_status_restarts_total')] }),
    },
  ],
}

/** Prometheus' own queue of notifications. */
export const PROMETHEUS: Source = {
  name: 'prometheus',
  rows: [],
  queues: [
    queue(
      ['alertmanager'],
      [add('prometheus_notifications_queue_length')],
      [add('prometheus_notifications_queue_capacity')],
    ),
  ],
}

/** etcd: writes stop when the database reaches its quota. */
export const ETCD: Source = {
  name: 'etcd',
  rows: [
    {
      signal: 'disk',
      value: gauge('etcd_mvcc_db_total_size_in_bytes'),
      bound: gauge('etcd_server_quota_backend_bytes'),
    },
  ],
  queues: [queue([], [add('etcd_server_proposals_pending')])],
}
