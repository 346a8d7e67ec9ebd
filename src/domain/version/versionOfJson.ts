import { asObject } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'

import { nameRuntime, tellingText } from './spellings.ts'
import { fillIn, partsOfFields, versionReading } from './versionParts.ts'
import type { VersionReading } from './versionReading.ts'

/** One shape of a JSON version answer: what it tells, or null where the body has another shape. */
type VersionShape = (body: JsonObject) => VersionReading | null

/**
 * Reads a JSON object as a version answer: Spring's info, Kubernetes, Prometheus (wrapped), Loki (bare),
 * Alertmanager, RabbitMQ, Elasticsearch, NATS, and the common spellings of everybody else. Null when it tells nothing.
 */
export const versionOfJson = (body: JsonObject): VersionReading | null => {
  for (const shape of SHAPES) {
    const reading = shape(body)
    if (reading !== null) return reading
  }
  return null
}

/** Spring Boot `/actuator/info`. The application's own version is its build's, else what `app` says. */
const actuatorInfo: VersionShape = (body) => {
  if (Object.hasOwn(body, 'version') || Object.hasOwn(body, 'commit')) return null
  const [build, git, java, app] = ['build', 'git', 'java', 'app'].map((key) => asObject(body[key]))
  const javaVersion = tellingText(java?.['version'])
  const own = versionReading('actuator info', {
    version: tellingText(build?.['version']),
    commit: commitOf(git ?? {}),
    builtAt: parseTimestamp(build?.['time']),
    runtime: javaVersion === null ? null : nameRuntime('java', javaVersion),
  })
  const added = [build, app].map((part) =>
    versionReading('actuator info', partsOfFields(Object.entries(part ?? {}))),
  )
  return added.reduce(fillIn, own)
}

/** `git.commit.id` is text in simple mode, `{abbrev, full}` in full mode; other stacks write `git.sha` and the like. */
const commitOf = (git: JsonObject): string | null => {
  const commit = asObject(git['commit'])
  const id = commit?.['id']
  const forms = asObject(id) ?? {}
  return (
    tellingText(id) ??
    tellingText(forms['full']) ??
    tellingText(forms['abbrev']) ??
    partsOfFields(Object.entries(git)).commit
  )
}

/** Kubernetes `/version`: `gitVersion` is the version; `major` and `minor` are only parts of it. */
const kubernetes: VersionShape = (body) =>
  typeof body['gitVersion'] === 'string'
    ? versionReading('kubernetes version', partsOfFields(Object.entries(body)))
    : null

/** Prometheus, Mimir and the like wrap it as `{"status":"success","data":{…}}`. */
const wrappedBuildInfo: VersionShape = (body) => {
  const data = asObject(body['data'])
  if (data === null || !Object.hasOwn(body, 'status')) return null
  return versionReading('build info', partsOfFields(Object.entries(data)))
}

/** Alertmanager `/api/v2/status`: its `uptime` is the time of its start. */
const alertmanager: VersionShape = (body) => {
  const info = asObject(body['versionInfo'])
  if (info === null) return null
  const startedAt = parseTimestamp(body['uptime'])
  return versionReading('build info', { ...partsOfFields(Object.entries(info)), startedAt })
}

/** RabbitMQ `/api/overview`; its `management_version` is that of the plugin. */
const rabbitMq: VersionShape = (body) => {
  const version = tellingText(body['rabbitmq_version'])
  if (version === null) return null
  const erlang = tellingText(body['erlang_version'])
  return versionReading('rabbitmq overview', {
    version,
    runtime: erlang === null ? null : nameRuntime('erlang', erlang),
  })
}

/** Elasticsearch's root: `{"version":{"number","build_hash","build_date",…}}`; others nest `version` alike. */
const nestedVersion: VersionShape = (body) => {
  const version = asObject(body['version'])
  if (version === null) return null
  const parts = partsOfFields(Object.entries(version))
  const number = tellingText(version['number'])
  if (number === null) return versionReading('version', parts)
  return versionReading('elasticsearch root', { ...parts, version: number })
}

/** NATS `/varz`: hundreds of fields, of which three are about the server's version. */
const natsVarz: VersionShape = (body) => {
  if (!Object.hasOwn(body, 'server_id')) return null
  const { version, go, start, git_commit: commit } = body
  return versionReading('nats varz', partsOfFields(Object.entries({ version, go, start, commit })))
}

const INNER = [
  'build',
  'buildInfo',
  'build_info',
  'info',
  'app',
  'application',
  'service',
  'component',
  'git',
  'data',
]

/** `{version, commit, builtAt, …}` in the common spellings, at the root or one object further in. */
const commonFields: VersionShape = (body) => {
  const inner = INNER.map((key) => asObject(body[key])).filter((object) => object !== null)
  let reading = versionReading('version', partsOfFields(Object.entries(body)))
  for (const object of inner) {
    reading = fillIn(reading, versionReading('version', partsOfFields(Object.entries(object))))
  }
  const commit = commitOf(asObject(body['git']) ?? {})
  return fillIn(reading, versionReading('version', { commit }))
}

const SHAPES: readonly VersionShape[] = [
  natsVarz,
  rabbitMq,
  alertmanager,
  kubernetes,
  wrappedBuildInfo,
  nestedVersion,
  actuatorInfo,
  commonFields,
]
