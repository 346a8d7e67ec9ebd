import { found, foundByChecks } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { bare } from '#src/domain/health/readChecks.ts'
import { spendCheck } from '#src/domain/health/checkBudget.ts'
import type { CheckBudget } from '#src/domain/health/checkBudget.ts'
import { stateOfWord } from '#src/domain/health/healthWords.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

const DJANGO = /^(?:(working)$|(warning): |(?:unavailable|unknown error|unexpected result): )/

/** django-health-check 3.x with `format=json`: a flat map of texts; 500 when a critical one fails. */
export const djangoHealthCheck: JsonFamily = (body, { budget }) => {
  const entries = textEntries(body)
  if (entries === null || !entries.every(([, text]) => DJANGO.test(text))) return null
  return foundByChecks({ format: 'django', checks: checksOf(entries, budget, djangoCheck) })
}

const djangoCheck = (name: string, text: string): HealthCheck => {
  const [, working, warning] = DJANGO.exec(text) ?? []
  if (working !== undefined) return bare(name, { state: 'ok' })
  return bare(name, { state: warning === undefined ? 'down' : 'degraded', message: cutText(text) })
}

/** Keys of plain error answers: a map with one of them is somebody's message, not a map of checks. */
const MESSAGE_KEYS =
  /^(?:status|state|code|message|msg|error|errors|reason|detail|details|title|type|path|timestamp|version|name|(?:(?:request|trace|error|correlation)[_-]?)?id)$/i

/**
 * heptiolabs/healthcheck with `?full=1` and docker-registry's `/debug/health`: a flat map from check to "OK" or
 * its error text. The HTTP status gives the verdict, so with 2xx every value is "OK".
 */
export const heptioHealthcheck: JsonFamily = (body, { status, budget }) => {
  const entries = textEntries(body)
  if (entries === null || entries.some(([name]) => MESSAGE_KEYS.test(name))) return null
  const allOk = entries.every(([, text]) => text === 'OK')
  if (!allOk && (status !== 503 || !entries.every(isHeptioText))) return null
  return found({
    format: 'heptio',
    state: allOk ? 'ok' : 'down',
    checks: checksOf(entries, budget, heptioCheck),
  })
}

/** "OK" or free text; `{"db":"up","cache":"down"}` speaks another language. */
const isHeptioText = ([, text]: readonly [string, string]): boolean =>
  text === 'OK' || stateOfWord(text) === null

const heptioCheck = (name: string, text: string): HealthCheck =>
  text === 'OK' ? bare(name, { state: 'ok' }) : bare(name, { state: 'down', message: cutText(text) })

const textEntries = (body: JsonObject): readonly (readonly [string, string])[] | null => {
  const entries = Object.entries(body)
  const texts = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return texts.length > 0 && texts.length === entries.length ? texts : null
}

const checksOf = (
  entries: readonly (readonly [string, string])[],
  budget: CheckBudget,
  toCheck: (name: string, text: string) => HealthCheck,
): readonly HealthCheck[] =>
  entries.filter(() => spendCheck(budget, 1)).map(([name, text]) => toCheck(name, text))
