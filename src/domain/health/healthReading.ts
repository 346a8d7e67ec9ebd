import type { EpochMs } from '#src/domain/time/units.ts'

/** What a pod says of itself. `unknown`: the answer does not tell, never to be shown as green. */
export type HealthState = 'ok' | 'degraded' | 'down' | 'unknown'

/** The families of health answers that are recognised, named as their projects name themselves. */
export type HealthFormat =
  | 'spring-actuator'
  | 'health+json'
  | 'microprofile'
  | 'aspnet'
  | 'terminus'
  | 'lightship'
  | 'health-go'
  | 'dropwizard'
  | 'django'
  | 'heptio'
  | 'kubernetes'
  | 'etcd'
  | 'consul'
  | 'elasticsearch'
  | 'grafana'
  | 'go-health'
  | 'influxdb'
  | 'jaeger'
  | 'nats'
  | 'nomad'
  | 'rabbitmq'
  | 'vault'
  | 'in-house'
  /** Nothing but one status word: `{"status":"ok"}` of NATS, CouchDB, RabbitMQ and countless others. */
  | 'status-word'
  | 'plain-text'
  | 'html'
  | 'sign-in-page'
  | 'empty'
  | 'http-status'

/** One HTTP answer of a health endpoint. `body` is what was read of it, already cut at the byte cap. */
export type HealthAnswer = {
  readonly status: number
  readonly contentType: string | null
  readonly body: string
}

/** A named part of a health answer; parts nest to any depth (`db` → `us1`). */
export type HealthCheck = {
  readonly name: string
  readonly state: HealthState
  /** The part's own words for why: error text, output, description. */
  readonly message: string | null
  /** Everything else the part said, flat and printable, in its order. */
  readonly details: readonly (readonly [key: string, value: string])[]
  readonly parts: readonly HealthCheck[]
}

/** One of the last log entries that some health pages carry. */
export type HealthLog = {
  readonly at: EpochMs | null
  readonly level: string | null
  readonly message: string
  /** Everything else that the entry said, flat and printable, in its order. */
  readonly fields: readonly (readonly [key: string, value: string])[]
}

/** One of the last metrics that some health pages carry. */
export type HealthMetric = { readonly name: string; readonly value: number; readonly unit: string | null }

export type HealthReading = {
  readonly state: HealthState
  readonly format: HealthFormat
  /** One line saying what the verdict rests on when it is not ok, e.g. `HTTP 503, redis: ECONNREFUSED`. */
  readonly why: string | null
  readonly checks: readonly HealthCheck[]
  /** A version that the health page happens to carry. */
  readonly version: string | null
  readonly logs: readonly HealthLog[]
  readonly metrics: readonly HealthMetric[]
}
