import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import { asObject, firstText, textField } from '#src/domain/json/jsonValue.ts'
import { readChecks } from '#src/domain/health/readChecks.ts'

/**
 * MicroProfile Health (Quarkus, Helidon, Open Liberty, WildFly, Keycloak) and Vert.x: `status` UP or DOWN beside
 * a list of checks. MicroProfile Health 1.0 wrote `outcome` and `state`; Vert.x writes `id` for `name` and nests.
 */
export const microProfile: JsonFamily = (body, { budget }) => {
  const { checks } = body
  const word = textField(body, 'status') ?? textField(body, 'outcome')
  if ((word !== 'UP' && word !== 'DOWN') || !isCheckList(checks)) return null
  return found({
    format: 'microprofile',
    state: word === 'UP' ? 'ok' : 'down',
    checks: readChecks(body, budget),
  })
}

const isCheckList = (checks: unknown): boolean =>
  Array.isArray(checks) &&
  checks.every((check) => {
    const object = asObject(check)
    return object !== null && firstText(object, ['name', 'id']) !== null
  })
