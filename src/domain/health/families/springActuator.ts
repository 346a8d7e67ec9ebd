import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { stateOfWord } from '#src/domain/health/healthWords.ts'
import { asObject, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readChecks } from '#src/domain/health/readChecks.ts'

/** UNKNOWN is answered with 200 although nothing was found healthy: something to watch. */
const STATES: ReadonlyMap<string, HealthState> = new Map([
  ['UP', 'ok'],
  ['DOWN', 'down'],
  ['OUT_OF_SERVICE', 'down'],
  ['UNKNOWN', 'degraded'],
])

const OWN_KEYS: ReadonlySet<string> = new Set(['status', 'description', 'components', 'details', 'groups'])

/**
 * Spring Boot Actuator `/actuator/health`, its groups and single components: `components` nesting to any depth
 * (2.2 and later), `details` (2.0, 2.1), indicators beside `status` (1.x).
 * A status of the application's own is taken by its meaning; one that has none is degraded: it is not UP.
 */
export const springActuator: JsonFamily = (body, { budget }) => {
  const word = textField(body, 'status')
  if (word === null || !hasItsShape(body, word)) return null
  return found({
    format: 'spring-actuator',
    state: STATES.get(word) ?? stateOfWord(word) ?? 'degraded',
    words: textField(body, 'description'),
    checks: readChecks(body, budget),
  })
}

const hasItsShape = (body: JsonObject, word: string): boolean => {
  const upper = /^[A-Z][A-Z_]+$/.test(word)
  if (!upper) return false
  if (asObject(body['components']) !== null) return true
  if (!STATES.has(word)) return false
  return Object.entries(body).every(([key, value]) => OWN_KEYS.has(key) || isIndicator(value))
}

const isIndicator = (value: unknown): boolean => {
  const indicator = asObject(value)
  return indicator !== null && textField(indicator, 'status') !== null
}
