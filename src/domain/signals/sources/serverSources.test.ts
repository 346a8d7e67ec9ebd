import { describe, expect, it } from 'vitest'
import { wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const rows = [
  {
    name: 'RabbitMQ: its own names, beside process_* of the Erlang VM',
    before: 'rabbitmq_global_messages_received_total{protocol="amqp091"} 100',
    now: `rabbitmq_process_resident_memory_bytes 1.2e8\nrabbitmq_resident_memory_limit_bytes 1e9
rabbitmq_process_open_fds 40\nrabbitmq_process_max_fds 1024\nrabbitmq_erlang_uptime_seconds 300.5
rabbitmq_queue_messages_ready{vhost="/",queue="mail"} 12\nrabbitmq_queue_messages_ready{vhost="/",queue="audit"} 900
rabbitmq_global_messages_received_total{protocol="amqp091"} 150\nprocess_start_time_seconds 1`,
    expected: {
      memory: '120000000 of 1000000000',
      fds: '40 of 1024',
      requestRate: '5',
      queueDepth: '900 (//audit)',
      uptime: '300.5',
    },
  },
  {
    name: 'RabbitMQ, all queues in one number',
    before: null,
    now: 'rabbitmq_queue_messages_ready 77',
    expected: { queueDepth: '77' },
  },
  {
    name: 'etcd: the database against its quota, writes that wait, requests over gRPC',
    before: 'grpc_server_handled_total{grpc_code="OK"} 0',
    now: `process_resident_memory_bytes 5e7\netcd_mvcc_db_total_size_in_bytes 2e9\netcd_server_quota_backend_bytes 2.147483648e9
etcd_server_proposals_pending 3\ngrpc_server_handled_total{grpc_code="OK"} 40\ngrpc_server_handled_total{grpc_code="Unavailable"} 0`,
    expected: {
      memory: '50000000',
      disk: '2000000000 of 2147480000',
      queueDepth: '3',
      requestRate: '4',
      errorRatio: '0',
    },
  },
  {
    name: 'PowerDNS Recursor',
    before: `pdns_recursor_questions 100\npdns_recursor_servfail_answers 0\npdns_recursor_user_msec 1000\npdns_recursor_sys_msec 500`,
    now: `pdns_recursor_questions 200\npdns_recursor_servfail_answers 5\npdns_recursor_user_msec 2000\npdns_recursor_sys_msec 1500
pdns_recursor_uptime 60\npdns_recursor_fd_usage 33\npdns_recursor_real_memory_usage 5e7`,
    expected: {
      memory: '50000000',
      fds: '33',
      cpu: '0.2',
      requestRate: '10',
      errorRatio: '0.05',
      uptime: '60',
    },
  },
  {
    name: 'PowerDNS Authoritative Server',
    before: 'pdns_auth_udp_queries 0\npdns_auth_tcp_queries 0\npdns_auth_servfail_packets 0',
    now: `pdns_auth_udp_queries 90\npdns_auth_tcp_queries 10\npdns_auth_servfail_packets 10\npdns_auth_uptime 60
pdns_auth_fd_usage 9\npdns_auth_qsize_q 4`,
    expected: { fds: '9', requestRate: '10', errorRatio: '0.1', queueDepth: '4', uptime: '60' },
  },
  {
    name: 'dnsdist',
    before: 'dnsdist_queries 0\ndnsdist_cpu_user_msec 0\ndnsdist_cpu_sys_msec 0',
    now: 'dnsdist_queries 50\ndnsdist_cpu_user_msec 1000\ndnsdist_cpu_sys_msec 0\ndnsdist_real_memory_usage 1e7\ndnsdist_uptime 39',
    expected: { memory: '10000000', cpu: '0.1', requestRate: '5', uptime: '39' },
  },
  {
    name: 'Prometheus is itself: its process, its requests, its queue',
    before:
      'prometheus_http_requests_total{code="200",handler="/api"} 0\nprometheus_http_requests_total{code="503",handler="/api"} 0',
    now: `prometheus_http_requests_total{code="200",handler="/api"} 30\nprometheus_http_requests_total{code="503",handler="/api"} 10
process_resident_memory_bytes 8e7\nprometheus_notifications_queue_length 9500\nprometheus_notifications_queue_capacity 10000`,
    expected: {
      memory: '80000000',
      requestRate: '4',
      errorRatio: '0.25',
      queueDepth: '9500 of 10000',
    },
  },
  {
    name: 'kube-state-metrics: the pod that restarts most',
    before: null,
    now: `kube_pod_container_status_restarts_total{namespace="n",pod="a",container="c"} 1
kube_pod_container_status_restarts_total{namespace="n",pod="b",container="c"} 41`,
    expected: { restarts: '41 (n/b/c)' },
  },
  {
    name: 'a process that reads its own cgroup',
    before: 'container_cpu_usage_seconds_total 10\nprocess_cpu_seconds_total 1',
    now: `container_memory_working_set_bytes 700\ncontainer_spec_memory_limit_bytes 1000\ncontainer_cpu_usage_seconds_total 15
process_resident_memory_bytes 600\nprocess_cpu_seconds_total 2\nprocess_open_fds 3`,
    expected: { memory: '700 of 1000', cpu: '0.5', fds: '3' },
  },
  {
    name: 'a container that may use two cores',
    before: 'container_cpu_usage_seconds_total 10',
    now: 'container_cpu_usage_seconds_total 15\ncontainer_spec_cpu_quota 200000\ncontainer_spec_cpu_period 100000',
    expected: { cpu: '0.5 of 2' },
  },
  {
    name: 'a container without a limit (cgroup v1)',
    before: null,
    now: 'container_memory_working_set_bytes 700\ncontainer_spec_memory_limit_bytes 9.223372036854772e+18',
    expected: { memory: '700' },
  },
  {
    name: 'names that services give by habit',
    before: null,
    now: `db_pool_connections{pool="main",state="active"} 7\ndb_pool_connections{pool="main",state="idle"} 1
db_pool_connections{pool="main",state="waiting"} 2\ndb_pool_max_connections{pool="main"} 8
job_queue_depth{queue="email"} 3\njob_queue_depth{queue="reports"} 0
gateway_ssl_cert_not_after{cn="b.example"} 1900000000\ngateway_ssl_cert_not_after{cn="a.example"} 1800500000`,
    expected: {
      poolInUse: '7 of 8 (main)',
      poolIdle: '1 (main)',
      poolWaiting: '2 (main)',
      queueDepth: '3 (email)',
      certificateExpiry: '1800500000 (a.example)',
    },
  },
  {
    name: 'node-postgres, by habit',
    before: null,
    now: 'pg_pool_total_connections 9\npg_pool_idle_connections 2\npg_pool_waiting_connections 1\npg_pool_max_connections 10',
    expected: { poolInUse: '7 of 10', poolIdle: '2', poolWaiting: '1' },
  },
]

describe('servers and habits', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }
})
