import { found, foundByChecks } from '#src/domain/health/finding.ts'
import type { Finding, HealthContext, JsonFamily } from '#src/domain/health/finding.ts'
import { worseOf } from '#src/domain/health/healthRank.ts'
import type { HealthCheck, HealthState } from '#src/domain/health/healthReading.ts'
import { stateOfWord } from '#src/domain/health/healthWords.ts'
import { asObject, asText, field, firstText, hasField, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { messageOf } from '#src/domain/health/checkDetails.ts'
import { readChecks, readEntries } from '#src/domain/health/readChecks.ts'
import { wordState, worstStated } from '#src/domain/health/statedState.ts'

const VERSION_FIELDS = ['version', 'appVersion', 'app_version', 'releaseId', 'release', 'serviceVersion']

/** Envelopes around an answer: what they say counts as much as the answer inside. */
const ENVELOPES = ['data', 'result', 'response', 'payload']

/**
 * The pages that teams write for themselves: a verdict by word (`status`, `state`, `health`, …), by boolean
 * (`ready`, `healthy`, `alive`, …) or both, with or without checks; or only a map of checks.
 * An object without any known word is left alone: its `status` is about something else.
 */
export const inHouse: JsonFamily = (body, context) => {
  if (isApiError(body)) return null
  const stated = rootState(body)
  const inner = stated === null || stated === 'ok' ? enveloped(body, context) : null
  if (stated === null) return inner ?? fromChecksAlone(body, context)
  if (inner === null && isMereSuccess(body)) return null
  if (inner !== null) return { ...inner, state: worseOf(stated, inner.state) }
  const sole = Object.keys(body).length === 1 && wordState(body) !== null
  return found({
    format: sole ? 'status-word' : 'in-house',
    state: stated,
    words: messageOf(body),
    checks: readChecks(body, context.budget),
    version: firstText(body, VERSION_FIELDS),
  })
}

/** The Prometheus HTTP API answers errors so: they are about the query, not about health. */
const isApiError = (body: JsonObject): boolean => hasField(body, 'errorType')

/** `{"status":"success","data":…}`: the call went well; what it brought is not known to be about health. */
const isMereSuccess = (body: JsonObject): boolean =>
  ENVELOPES.some((key) => hasField(body, key)) &&
  (field(body, 'success') === true || /^success/i.test(textField(body, 'status') ?? ''))

const rootState = (body: JsonObject): HealthState | null => {
  const [stated, code] = [worstStated(body), codeState(body)]
  return stated === null || code === null ? (stated ?? code) : worseOf(stated, code)
}

/** `{"status":503,…}`: frameworks repeat the HTTP status in the body, proxies may have changed the real one. */
const codeState = (body: JsonObject): HealthState | null => {
  const code = field(body, 'status')
  if (typeof code !== 'number' || code < 200 || code > 599) return null
  if (code < 300) return 'ok'
  return code >= 500 ? 'down' : 'unknown'
}

const enveloped = (body: JsonObject, context: HealthContext): Finding | null => {
  const inner = ENVELOPES.map((key) => asObject(field(body, key))).find((object) => object !== null)
  const state = inner === undefined ? null : rootState(inner)
  if (inner === undefined || state === null) return null
  return found({
    format: 'in-house',
    state,
    words: messageOf(inner),
    checks: readChecks(inner, context.budget),
    version: firstText(inner, VERSION_FIELDS) ?? firstText(body, VERSION_FIELDS),
  })
}

/** No verdict for the whole: checks in a container, or a map of nothing but known words. */
const fromChecksAlone = (body: JsonObject, { budget }: HealthContext): Finding | null => {
  const version = firstText(body, VERSION_FIELDS)
  const contained = readChecks(body, budget)
  if (contained.some(isTelling)) return foundByChecks({ format: 'in-house', checks: contained, version })
  const entries = wordEntries(body)
  const [first] = entries
  if (first === undefined) return null
  const said = entries.length === 1 && /^(?:message|msg)$/i.test(first[0]) ? stateOfWord(first[1]) : null
  if (said !== null) return found({ format: 'in-house', state: said, words: asText(first[1]), version })
  return foundByChecks({ format: 'in-house', checks: readEntries(entries, budget), version })
}

const isTelling = (check: HealthCheck): boolean => check.state !== 'unknown' || check.parts.some(isTelling)

const ASIDE = /^(?:version|time|timestamp|uptime|name|service|host|hostname|commit|environment|env)$/i

const wordEntries = (body: JsonObject): readonly (readonly [string, unknown])[] => {
  const entries = Object.entries(body).filter(([key]) => !ASIDE.test(key))
  return entries.every(([, value]) => typeof value === 'string' && stateOfWord(value) !== null) ? entries : []
}
