import type { Source } from '#src/domain/signals/source.ts'
import { CUSTOM } from './customSource.ts'
import { DOTNET } from './dotnetSource.ts'
import { GO } from './goSource.ts'
import { HAPROXY } from './haproxySource.ts'
import { JVM } from './jvmSource.ts'
import { MICROMETER } from './micrometerSource.ts'
import { NATS, NATS_EXPORTER } from './natsSource.ts'
import { NODE_EXPORTER } from './nodeExporterSource.ts'
import { NODE } from './nodeSource.ts'
import { CADVISOR, CONTAINER_STATS, ETCD, KUBE_STATE, PROMETHEUS } from './platformSource.ts'
import { POWERDNS } from './powerDnsSource.ts'
import { PROCESS } from './processSource.ts'
import { RABBITMQ } from './rabbitmqSource.ts'
import { REDIS_EXPORTER } from './redisExporterSource.ts'
import { REQUESTS } from './requestSource.ts'
import { MYSQLD_EXPORTER, POSTGRES_EXPORTER } from './sqlExporterSource.ts'
import { BLACKBOX, NGINX_EXPORTER, UNKNOWN_EXPORTER } from './webExporterSource.ts'

/**
 * Every ecosystem, most specific first: exporters, servers with names of their own, then the runtimes and
 * what any service may have. A new one is a file and a line here.
 */
export const ALL_SOURCES: readonly Source[] = [
  NODE_EXPORTER,
  REDIS_EXPORTER,
  POSTGRES_EXPORTER,
  MYSQLD_EXPORTER,
  NGINX_EXPORTER,
  BLACKBOX,
  NATS_EXPORTER,
  CADVISOR,
  UNKNOWN_EXPORTER,
  HAPROXY,
  RABBITMQ,
  NATS,
  ...POWERDNS,
  ETCD,
  PROMETHEUS,
  KUBE_STATE,
  CONTAINER_STATS,
  PROCESS,
  GO,
  MICROMETER,
  JVM,
  NODE,
  DOTNET,
  REQUESTS,
  CUSTOM,
]
