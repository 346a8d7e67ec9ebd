import { found } from '#src/domain/health/finding.ts'
import type { HealthContext, JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthCheck, HealthState } from '#src/domain/health/healthReading.ts'
import { asObject, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readEntries, withState } from '#src/domain/health/readChecks.ts'
import { wordState } from '#src/domain/health/statedState.ts'

const STATES: ReadonlyMap<string, HealthState> = new Map([
  ['ok', 'ok'],
  ['error', 'down'],
  ['shutting_down', 'down'],
])

/**
 * NestJS Terminus and @godaddy/terminus: `details` is the union of `info` (what is up) and `error` (what is not).
 * godaddy's parts are whatever the checks returned; one without a status is as good as the side it stands on.
 * Without its verbatim option the errors are a list.
 */
export const terminus: JsonFamily = (body, context) => {
  const word = textField(body, 'status') ?? ''
  const state = STATES.get(word)
  if (state === undefined || !hasItsShape(body)) return null
  return found({
    format: 'terminus',
    state,
    words: word === 'shutting_down' ? 'shutting down' : null,
    checks: checksOf(body, context),
  })
}

const hasItsShape = (body: JsonObject): boolean => {
  const details = asObject(body['details'])
  if (asObject(body['info']) !== null || Array.isArray(body['error'])) return true
  if (details === null) return false
  const parts = Object.values(details)
  return parts.length > 0 && parts.every((part) => wordState(asObject(part) ?? {}) !== null)
}

const checksOf = (body: JsonObject, { budget }: HealthContext): readonly HealthCheck[] => {
  const [info, error, details] = ['info', 'error', 'details'].map((key) => asObject(body[key]) ?? {})
  const names = [...new Set([info, error, details].flatMap((side) => Object.keys(side ?? {})))]
  const valueOf = (name: string): unknown =>
    [details, error, info].map((side) => side?.[name]).find((value) => value !== undefined)
  const listed = Array.isArray(body['error']) ? body['error'] : []
  const entries = [
    ...names.map((name): [string, unknown] => [name, valueOf(name)]),
    ...listed.map((value: unknown, index): [string, unknown] => [`error ${index + 1}`, value]),
  ]
  return readEntries(entries, budget).map((check) => {
    const failed = Object.hasOwn(error ?? {}, check.name) || /^error \d+$/.test(check.name)
    return check.state === 'unknown' ? withState(check, failed ? 'down' : 'ok') : check
  })
}
