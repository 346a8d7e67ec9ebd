import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import { detailsOf } from '#src/domain/health/checkDetails.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { stateOfWord } from '#src/domain/health/healthWords.ts'
import { firstText, hasField, textField } from '#src/domain/json/jsonValue.ts'
import { bare, readChecks } from '#src/domain/health/readChecks.ts'

/** etcd `/health`: the verdict is the **text** "true" or "false" (a boolean in later ones), sent as text/plain. */
export const etcd: JsonFamily = (body) => {
  const { health } = body
  const word = typeof health === 'boolean' ? String(health) : health
  if (word !== 'true' && word !== 'false') return null
  return found({
    format: 'etcd',
    state: word === 'true' ? 'ok' : 'down',
    words: textField(body, 'reason'),
  })
}

const COLOURS: ReadonlyMap<string, HealthState> = new Map([
  ['green', 'ok'],
  ['yellow', 'degraded'],
  ['red', 'down'],
])

/** Elasticsearch and OpenSearch `/_cluster/health`: the colour is the verdict, the HTTP status is always 200. */
export const elasticsearch: JsonFamily = (body) => {
  const colour = textField(body, 'status')?.toLowerCase() ?? ''
  const state = COLOURS.get(colour)
  const isCluster = ['cluster_name', 'number_of_nodes', 'active_shards'].some((key) => hasField(body, key))
  if (state === undefined || !isCluster) return null
  const unassigned = textField(body, 'unassigned_shards')
  const message = unassigned === null ? colour : `${colour}, unassigned shards: ${unassigned}`
  const name = textField(body, 'cluster_name') ?? 'cluster'
  const details = detailsOf(body, new Set(['status', 'cluster_name']))
  return found({
    format: 'elasticsearch',
    state,
    checks: [bare(name, { state, message: state === 'ok' ? null : message, details })],
  })
}

/** InfluxDB 1.8 and 2 `/health` (pass or fail, `checks` a list) and 2 `/ready` (ready, started, up). */
export const influxDb: JsonFamily = (body, { budget }) => {
  const state = stateOfWord(body['status'])
  const isHealth = textField(body, 'name') === 'influxdb'
  const isReady = hasField(body, 'started') && hasField(body, 'up')
  if (state === null || !(isHealth || isReady)) return null
  return found({
    format: 'influxdb',
    state,
    words: firstText(body, ['message']),
    checks: readChecks(body, budget),
    version: textField(body, 'version'),
  })
}
