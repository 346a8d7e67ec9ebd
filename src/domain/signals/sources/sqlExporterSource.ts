import { plus } from '#src/domain/signals/readers/combine.ts'
import { earliest, startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { add } from '#src/domain/signals/readers/figure.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { upGauge } from '#src/domain/signals/readers/target.ts'
import { exporterWith, type Source } from '#src/domain/signals/source.ts'

/** postgres_exporter; the server's connection slots are the pool that fills up. */
export const POSTGRES_EXPORTER: Source = {
  name: 'postgres_exporter',
  exporter: exporterWith(
    ['postgres_exporter_build_info', 'pg_exporter_last_scrape_error', 'pg_static', 'pg_stat_activity_count'],
    'pg_up',
  ),
  target: upGauge('pg_up'),
  starts: [earliest('pg_postmaster_start_time_seconds')],
  rows: [
    { signal: 'disk', value: gauge('pg_database_size_bytes') },
    {
      signal: 'requestRate',
      value: plus(rate('pg_stat_database_xact_commit'), rate('pg_stat_database_xact_rollback')),
    },
  ],
  pools: [{ by: [], inUse: [add('pg_stat_activity_count')], max: [add('pg_settings_max_connections')] }],
}

/** mysqld_exporter. */
export const MYSQLD_EXPORTER: Source = {
  name: 'mysqld_exporter',
  exporter: exporterWith(
    ['mysqld_exporter_build_info', 'mysql_exporter_last_scrape_error', 'mysql_global_status_uptime'],
    'mysql_up',
  ),
  target: upGauge('mysql_up'),
  starts: [startByUptime('mysql_global_status_uptime')],
  rows: [
    {
      signal: 'fds',
      value: gauge('mysql_global_status_open_files'),
      bound: gauge('mysql_global_variables_open_files_limit'),
    },
    { signal: 'requestRate', value: rate('mysql_global_status_queries') },
  ],
  pools: [
    {
      by: [],
      inUse: [add('mysql_global_status_threads_connected')],
      max: [add('mysql_global_variables_max_connections')],
    },
  ],
}
