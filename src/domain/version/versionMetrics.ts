/**
 * Metrics that carry the version of what an exporter or a server exports, by metric name: which label holds it,
 * and which exporter publishes it; `null` where the server publishes it of itself.
 * An exporter of this list is never taken for its target: while the target is down it has no version at all,
 * or each outage would look like a deploy.
 */
export type VersionMetric = {
  readonly metric: string
  readonly label: string
  readonly exporter: string | null
}

export const VERSION_METRICS: readonly VersionMetric[] = [
  { metric: 'redis_instance_info', label: 'redis_version', exporter: 'redis_exporter' },
  { metric: 'pg_static', label: 'short_version', exporter: 'postgres_exporter' },
  { metric: 'mysql_version_info', label: 'version', exporter: 'mysqld_exporter' },
  { metric: 'mongodb_version_info', label: 'mongodb', exporter: 'mongodb_exporter' },
  { metric: 'memcached_version', label: 'version', exporter: 'memcached_exporter' },
  { metric: 'elasticsearch_version', label: 'version', exporter: 'elasticsearch_exporter' },
  { metric: 'rabbitmq_build_info', label: 'rabbitmq_version', exporter: null },
  { metric: 'etcd_server_version', label: 'server_version', exporter: null },
  { metric: 'haproxy_process_build_info', label: 'version', exporter: null },
  { metric: 'pdns_recursor_info', label: 'version', exporter: null },
  { metric: 'pdns_auth_info', label: 'version', exporter: null },
  { metric: 'dnsdist_info', label: 'version', exporter: null },
  { metric: 'vm_app_version', label: 'short_version', exporter: null },
]
