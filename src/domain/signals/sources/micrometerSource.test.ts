import { describe, expect, it } from 'vitest'
import { wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const hikari = (active: number, pending: number): string => `
hikaricp_connections{pool="HikariPool-1",} 10.0
hikaricp_connections_active{pool="HikariPool-1",} ${active}.0
hikaricp_connections_idle{pool="HikariPool-1",} ${10 - active}.0
hikaricp_connections_pending{pool="HikariPool-1",} ${pending}.0
hikaricp_connections_max{pool="HikariPool-1",} 10.0
jdbc_connections_active{name="dataSource",} ${active}.0
jdbc_connections_max{name="dataSource",} 10.0
`

const rows = [
  {
    name: 'process names of its own',
    before: 'process_cpu_time_ns_total 1.0E9',
    now: `process_cpu_time_ns_total 6.0E9\nsystem_cpu_count 4.0\nprocess_uptime_seconds 120.5
process_files_open_files 77.0\nprocess_files_max_files 1048576.0
disk_total_bytes{path="/app/.",} 100.0\ndisk_free_bytes{path="/app/.",} 25.0`,
    expected: { cpu: '0.5 of 4', fds: '77 of 1048580', disk: '75 of 100 (/app/.)', uptime: '120.5' },
  },
  {
    name: 'older: only a share of all cores is told',
    before: null,
    now: 'process_cpu_usage 0.25\nsystem_cpu_count 4.0',
    expected: { cpu: '1 of 4' },
  },
  {
    name: 'a start time wins over an uptime',
    before: null,
    now: 'process_start_time_seconds 1.7999999E9\nprocess_uptime_seconds 3.0',
    expected: { uptime: '100' },
  },
  {
    name: "Hikari's pool, which Spring tells of twice",
    before: null,
    now: hikari(10, 4),
    expected: {
      poolInUse: '10 of 10 (HikariPool-1)',
      poolIdle: '0 (HikariPool-1)',
      poolWaiting: '4 (HikariPool-1)',
    },
  },
  {
    name: 'Agroal (Quarkus): its max_used is a record, not a limit',
    before: null,
    now: `agroal_active_count{datasource="default"} 3\nagroal_available_count{datasource="default"} 2
agroal_awaiting_count{datasource="default"} 1\nagroal_max_used_count{datasource="default"} 4`,
    expected: { poolInUse: '3 (default)', poolIdle: '2 (default)', poolWaiting: '1 (default)' },
  },
  {
    name: 'R2DBC',
    before: null,
    now: `r2dbc_pool_acquired_connections{name="c"} 3\nr2dbc_pool_idle_connections{name="c"} 2
r2dbc_pool_pending_connections{name="c"} 0\nr2dbc_pool_max_allocated_connections{name="c"} 5`,
    expected: { poolInUse: '3 of 5 (c)', poolIdle: '2 (c)', poolWaiting: '0 (c)' },
  },
  {
    name: "Tomcat's threads are workers, not a connection pool",
    before: null,
    now: 'tomcat_threads_busy_threads{name="http-nio-8080",} 150.0\ntomcat_threads_config_max_threads{name="http-nio-8080",} 200.0',
    expected: { utilisation: '0.75 of 1 (http-nio-8080)' },
  },
  {
    name: "Jetty's",
    before: null,
    now: 'jetty_threads_busy 5.0\njetty_threads_config_max 200.0',
    expected: { utilisation: '0.025 of 1' },
  },
  {
    name: 'an executor with a bounded queue',
    before: null,
    now: `executor_active_threads{name="mail"} 8\nexecutor_pool_max_threads{name="mail"} 8
executor_queued_tasks{name="mail"} 90\nexecutor_queue_remaining_tasks{name="mail"} 10`,
    expected: { utilisation: '1 of 1 (mail)', queueDepth: '90 of 100 (mail)' },
  },
  {
    name: "an executor without limits: Java's Integer.MAX_VALUE",
    before: null,
    now: `executor_active_threads{name="task"} 2\nexecutor_pool_max_threads{name="task"} 2.147483647E9
executor_queued_tasks{name="task"} 7\nexecutor_queue_remaining_tasks{name="task"} 2.14748364E9`,
    expected: { queueDepth: '7 (task)' },
  },
  {
    name: 'worker pools (Vert.x in Quarkus)',
    before: null,
    now: `worker_pool_active{pool_name="internal",pool_type="worker"} 5
worker_pool_idle{pool_name="internal",pool_type="worker"} 15
worker_pool_queue_size{pool_name="internal",pool_type="worker"} 3`,
    expected: { utilisation: '0.25 of 1 (worker/internal)', queueDepth: '3 (worker/internal)' },
  },
  {
    name: 'a Kafka consumer that lags',
    before: null,
    now: 'kafka_consumer_fetch_manager_records_lag_max{client_id="orders-1"} 1200',
    expected: { queueDepth: '1200 (orders-1)' },
  },
]

describe('Micrometer', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }
})
