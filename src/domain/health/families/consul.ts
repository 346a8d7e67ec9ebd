import { found, foundByChecks } from '#src/domain/health/finding.ts'
import type { Finding, HealthContext, JsonFamily, ListFamily } from '#src/domain/health/finding.ts'
import { worstState } from '#src/domain/health/healthRank.ts'
import type { HealthCheck, HealthState } from '#src/domain/health/healthReading.ts'
import { asObject, objectField, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { spendCheck } from '#src/domain/health/checkBudget.ts'
import { bare, readEntries } from '#src/domain/health/readChecks.ts'

const STATES: ReadonlyMap<string, HealthState> = new Map([
  ['passing', 'ok'],
  ['warning', 'degraded'],
  ['critical', 'down'],
  ['maintenance', 'down'],
])

/**
 * Consul's catalogue lists, which are always answered with 200: `/v1/health/service/NAME` (instances with their
 * `Checks`), and the flat lists of `/v1/health/node`, `/checks` and `/state`. The agent's list of instances too.
 * A service some of whose instances are critical is degraded; it is down when all of them are.
 */
export const consulList: ListFamily = (body, context) => {
  const items = body.map((item) => asObject(item) ?? {})
  if (items.length === 0) return null
  if (items.every(isInstance)) return ofInstances(items, context)
  if (!items.every(isCheck)) return null
  return foundByChecks({ format: 'consul', checks: checksOf(items, context, 0) })
}

/** `/v1/agent/health/service/id/ID`: one instance; 429 for warning, 503 for critical. */
export const consulAgent: JsonFamily = (body, context) => {
  const state = STATES.get(textField(body, 'aggregatedStatus') ?? '')
  if (state === undefined) return null
  const checks = checksOf(checkList(body), context, 0)
  return found({ format: 'consul', state, checks })
}

const isInstance = (item: JsonObject): boolean => Array.isArray(item['Checks']) && 'Service' in item

const isCheck = (item: JsonObject): boolean =>
  textField(item, 'CheckID') !== null && STATES.has(textField(item, 'Status') ?? '')

const ofInstances = (items: readonly JsonObject[], context: HealthContext): Finding => {
  const states = items.map((item) => worstState(checkList(item).map(stateOfCheck)))
  const checks = items.flatMap((item, index) => {
    if (!spendCheck(context.budget, 1)) return []
    return [
      bare(instanceName(item), {
        state: states[index] ?? 'unknown',
        parts: checksOf(checkList(item), context, 1),
      }),
    ]
  })
  const worst = worstState(states)
  const some = worst === 'down' && states.some((state) => state !== 'down')
  return found({ format: 'consul', state: some ? 'degraded' : worst, checks })
}

const checkList = (item: JsonObject): readonly JsonObject[] => {
  const { Checks: checks } = item
  return Array.isArray(checks) ? checks.map((check: unknown) => asObject(check) ?? {}) : []
}

const instanceName = (item: JsonObject): string => {
  const [service, node] = [objectField(item, 'Service'), objectField(item, 'Node')]
  return textField(service ?? {}, 'ID') ?? textField(node ?? {}, 'Node') ?? 'instance'
}

const stateOfCheck = (check: JsonObject): HealthState =>
  STATES.get(textField(check, 'Status') ?? '') ?? 'unknown'

const checksOf = (
  items: readonly JsonObject[],
  { budget }: HealthContext,
  depth: number,
): readonly HealthCheck[] => {
  const entries = items.map((item): [string, unknown] => [
    textField(item, 'Name') ?? textField(item, 'CheckID') ?? 'check',
    item,
  ])
  return readEntries(entries, budget, depth).map((check, index) => inMaintenance(check, items[index]))
}

/** Maintenance is a critical check told apart by its CheckID only; its Notes hold the operator's reason. */
const inMaintenance = (check: HealthCheck, item: JsonObject | undefined): HealthCheck => {
  const id = textField(item ?? {}, 'CheckID') ?? ''
  if (!/^_(?:node|service)_maintenance\b/.test(id)) return check
  const notes = textField(item ?? {}, 'Notes')
  return { ...check, message: notes === null ? 'in maintenance' : `in maintenance: ${notes}` }
}
