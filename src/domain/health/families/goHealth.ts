import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { asObject, objectField, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readEntries, withState } from '#src/domain/health/readChecks.ts'

const HELLOFRESH: ReadonlyMap<string, HealthState> = new Map([
  ['OK', 'ok'],
  ['Partially Available', 'degraded'],
  ['Unavailable', 'down'],
  ['Timeout during health check', 'down'],
])

/**
 * hellofresh/health-go: `failures` lists only what failed, name to error text; `system` is the Go runtime,
 * `component` (v5) the service with its version.
 */
export const helloFreshHealthGo: JsonFamily = (body, { budget }) => {
  const word = textField(body, 'status') ?? ''
  const state = HELLOFRESH.get(word)
  const failures = objectField(body, 'failures')
  const component = objectField(body, 'component')
  const isIts = [failures, component, objectField(body, 'system')].some((part) => part !== null)
  if (state === undefined || !isIts) return null
  return found({
    format: 'health-go',
    state,
    words: state === 'ok' ? null : word,
    checks: readEntries(Object.entries(failures ?? {}), budget).map((check) => withState(check, 'down')),
    version: component === null ? null : textField(component, 'version'),
  })
}

const LIESENFELD: ReadonlyMap<string, HealthState> = new Map([
  ['up', 'ok'],
  ['down', 'down'],
  ['unknown', 'unknown'],
])

/**
 * alexliesenfeld/health (Go): up, down or unknown in lower case; both of the latter are answered with 503.
 * Before its first run a check has the timestamp of Go's zero time.
 */
export const liesenfeldHealth: JsonFamily = (body, { budget }) => {
  const word = textField(body, 'status') ?? ''
  const state = LIESENFELD.get(word)
  const details = objectField(body, 'details')
  if (state === undefined || !isDetailMap(details)) return null
  return found({
    format: 'go-health',
    state,
    words: word === 'unknown' ? 'not every check has run yet' : null,
    checks: readEntries(Object.entries(details ?? {}), budget),
  })
}

const isDetailMap = (details: JsonObject | null): boolean => {
  const parts = Object.values(details ?? {})
  return (
    parts.length > 0 && parts.every((part) => LIESENFELD.has(textField(asObject(part) ?? {}, 'status') ?? ''))
  )
}
