import { found } from '#src/domain/health/finding.ts'
import type { HealthContext, JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { field, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

/** Codes of Vault's `/v1/sys/health`; a standby is as healthy as the active node, it only does not serve. */
const STANDBY: ReadonlyMap<number, HealthState> = new Map([
  [429, 'ok'],
  [472, 'ok'],
  [473, 'ok'],
  // 474: a standby that cannot reach the active node.
  [474, 'degraded'],
])

/**
 * HashiCorp Vault and OpenBao: not initialised (501) and sealed (503) are down, whatever code the query sets;
 * the 4xx of standby nodes are verdicts, not refusals.
 */
export const vault: JsonFamily = (body, context) => {
  const [initialized, sealed] = [field(body, 'initialized'), field(body, 'sealed')]
  if (typeof initialized !== 'boolean' || typeof sealed !== 'boolean') return null
  const trouble = troubleOf(body, initialized, sealed)
  return found({
    format: 'vault',
    state: trouble === null ? stateOf(context) : 'down',
    words: trouble ?? (context.status === 474 ? 'standby without its active node' : null),
    version: textField(body, 'version'),
    settled: trouble === null && STANDBY.has(context.status),
  })
}

const stateOf = ({ status }: HealthContext): HealthState => STANDBY.get(status) ?? 'ok'

const troubleOf = (body: JsonObject, initialized: boolean, sealed: boolean): string | null => {
  if (!initialized) return 'not initialised'
  if (sealed) return 'sealed'
  return field(body, 'removed_from_cluster') === true ? 'removed from the cluster' : null
}
