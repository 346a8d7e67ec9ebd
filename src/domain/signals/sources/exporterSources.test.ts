import { describe, expect, it } from 'vitest'
import { NOW, readPages, wordsOf } from '#src/domain/signals/testing/wordsOf.ts'

/** What every exporter written in Go says of its own process. */
const OWN = `
process_start_time_seconds 1799990000
process_resident_memory_bytes 1.6e7
process_cpu_seconds_total 5
process_open_fds 14
process_max_fds 20000
go_goroutines 8
go_memstats_heap_inuse_bytes 4e6
go_gc_duration_seconds_sum 1
go_gc_duration_seconds_count 9
`

const UP = (from: string) => ({ up: true, from })
const DOWN = (from: string) => ({ up: false, from })

const rows = [
  {
    name: 'redis_exporter',
    before:
      'redis_commands_processed_total 100\nredis_cpu_sys_seconds_total 1\nredis_cpu_user_seconds_total 2',
    now: `${OWN}redis_exporter_build_info{version="1.45"} 1\nredis_up 1\nredis_start_time_seconds 1799999000
redis_memory_used_bytes 8e5\nredis_memory_used_rss_bytes 1.2e7\nredis_memory_max_bytes 3.3e7
redis_commands_processed_total 150\nredis_cpu_sys_seconds_total 1.2\nredis_cpu_user_seconds_total 2.3
redis_connected_clients 3\nredis_config_maxclients 10000`,
    expected: {
      memory: '12000000 of 33000000',
      cpu: '0.05',
      requestRate: '5',
      poolInUse: '3 of 10000',
      uptime: '1000',
    },
    target: UP('redis_up'),
  },
  {
    name: 'redis_exporter while Redis is dead: nothing of it, and nothing of the exporter',
    before: null,
    now: `${OWN}redis_exporter_scrapes_total 172\nredis_exporter_last_scrape_error{err="dial"} 1\nredis_up 0`,
    expected: {},
    target: DOWN('redis_up'),
  },
  {
    name: 'Redis without maxmemory has no limit',
    before: null,
    now: `redis_up 1\nredis_memory_used_bytes 8e5\nredis_memory_max_bytes 0\nredis_uptime_in_seconds 60`,
    expected: { memory: '800000', uptime: '60' },
    target: UP('redis_up'),
  },
  {
    name: 'a service with a gauge of its own for its Redis stays itself',
    before: null,
    now: 'process_resident_memory_bytes 5e7\nredis_up 0',
    expected: { memory: '50000000' },
    target: DOWN('redis_up'),
  },
  {
    name: 'redis_exporter that has no target yet tells of itself',
    before: null,
    now: 'process_resident_memory_bytes 1.6e7\nredis_exporter_build_info{version="1.45"} 1',
    expected: { memory: '16000000' },
    target: null,
  },
  {
    name: 'postgres_exporter: connections against the limit of the server',
    before: `pg_stat_database_xact_commit{datname="a"} 100\npg_stat_database_xact_rollback{datname="a"} 10`,
    now: `${OWN}pg_up 1\npg_exporter_last_scrape_error 0\npg_postmaster_start_time_seconds 1799999500
pg_stat_activity_count{datname="a",state="active"} 7\npg_stat_activity_count{datname="b",state="idle"} 3
pg_settings_max_connections{server="db:5432"} 100\npg_database_size_bytes{datname="a"} 5e9
pg_stat_database_xact_commit{datname="a"} 139\npg_stat_database_xact_rollback{datname="a"} 11`,
    expected: { disk: '5000000000', requestRate: '4', poolInUse: '10 of 100', uptime: '500' },
    target: UP('pg_up'),
  },
  {
    name: 'postgres_exporter while Postgres is dead',
    before: null,
    now: `${OWN}pg_up 0\npg_exporter_last_scrape_error 1`,
    expected: {},
    target: DOWN('pg_up'),
  },
  {
    name: 'mysqld_exporter',
    before: 'mysql_global_status_queries 1000',
    now: `${OWN}mysql_up 1\nmysqld_exporter_build_info{version="0.15"} 1\nmysql_global_status_uptime 300
mysql_global_status_threads_connected 30\nmysql_global_variables_max_connections 151
mysql_global_status_open_files 20\nmysql_global_variables_open_files_limit 5000\nmysql_global_status_queries 1500`,
    expected: { fds: '20 of 5000', requestRate: '50', poolInUse: '30 of 151', uptime: '300' },
    target: UP('mysql_up'),
  },
  {
    name: 'nginx-prometheus-exporter',
    before: 'nginx_http_requests_total 10',
    now: `${OWN}nginxexporter_build_info{version="0.11"} 1\nnginx_up 1\nnginx_http_requests_total 30`,
    expected: { requestRate: '2' },
    target: UP('nginx_up'),
  },
  {
    name: 'nginx-prometheus-exporter while nginx is dead',
    before: null,
    now: `${OWN}nginx_exporter_build_info{version="1.1"} 1\nnginx_up 0`,
    expected: {},
    target: DOWN('nginx_up'),
  },
  {
    name: 'blackbox_exporter: a failed probe, and the certificate it saw',
    before: null,
    now: 'probe_success 0\nprobe_duration_seconds 0.4\nprobe_ssl_earliest_cert_expiry 1.8009e9',
    expected: { certificateExpiry: '1800900000' },
    target: DOWN('probe_success'),
  },
  {
    name: "blackbox_exporter's own page tells of itself",
    before: null,
    now: 'process_resident_memory_bytes 1.6e7\nblackbox_exporter_build_info{version="0.24"} 1',
    expected: { memory: '16000000' },
    target: null,
  },
  {
    name: 'an exporter nobody here knows',
    before: null,
    now: `${OWN}memcached_exporter_build_info{version="0.13"} 1\nmemcached_up 0`,
    expected: {},
    target: DOWN('memcached_up'),
  },
  {
    name: 'a service with an _up of its own is no exporter',
    before: null,
    now: 'process_resident_memory_bytes 5e7\nworker_up 0\nup 1',
    expected: { memory: '50000000' },
    target: null,
  },
  {
    name: 'prometheus-nats-exporter',
    before: null,
    now: `${OWN}gnatsd_varz_mem{server_id="a"} 1.6e7\ngnatsd_varz_connections{server_id="a"} 3
gnatsd_varz_max_connections{server_id="a"} 65536\njetstream_consumer_num_pending{stream_name="s",consumer_name="c"} 12`,
    expected: { memory: '16000000', poolInUse: '3 of 65536', queueDepth: '12 (s/c)' },
    target: null,
  },
  {
    name: 'cAdvisor: the container nearest its limit',
    before: null,
    now: `${OWN}cadvisor_version_info{cadvisorVersion="v0.49"} 1
container_memory_working_set_bytes{pod="a",container="app"} 900\ncontainer_spec_memory_limit_bytes{pod="a",container="app"} 1000
container_memory_working_set_bytes{pod="b",container="app"} 5000\ncontainer_spec_memory_limit_bytes{pod="b",container="app"} 0`,
    expected: { memory: '900 of 1000 (a/app)' },
    target: null,
  },
]

describe('exporters', () => {
  for (const { name, before, now, expected, target } of rows) {
    it(name, () => {
      const readings = readPages(before, now)
      expect(wordsOf(readings)).toEqual(expected)
      expect(readings.target).toEqual(target)
    })
  }

  it("tells the target's start, not the exporter's", () => {
    const { startedAt } = readPages(
      null,
      `${OWN}redis_up 1\nredis_memory_used_bytes 1\nredis_uptime_in_seconds 60`,
    )
    expect(startedAt).toBe(NOW - 60_000)
  })
})
