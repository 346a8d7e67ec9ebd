import { found } from '#src/domain/health/finding.ts'
import type { HealthContext, JsonFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { asObject, firstText, hasField, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readChecks, readEntries } from '#src/domain/health/readChecks.ts'

/** Any case; ok, up, error and down are aliases in the text of draft-inadarei-api-health-check-06, section 3.1. */
const STATES: ReadonlyMap<string, HealthState> = new Map([
  ['pass', 'ok'],
  ['ok', 'ok'],
  ['up', 'ok'],
  ['warn', 'degraded'],
  ['fail', 'down'],
  ['error', 'down'],
  ['down', 'down'],
])

const OWN_WORDS: ReadonlySet<string> = new Set(['pass', 'warn', 'fail'])

/**
 * IETF draft-inadarei-api-health-check, `application/health+json`: `checks` holds a list for each
 * `component:measurement`, one entry a node; drafts 00 to 02 call it `details`.
 * The release is `releaseId` (`releaseID` in old implementers); `version` is that of the public API.
 */
export const ietfHealth: JsonFamily = (body, context) => {
  const word = textField(body, 'status')?.toLowerCase() ?? ''
  const state = STATES.get(word)
  if (state === undefined || !hasItsShape(body, word, context)) return null
  const notes = body['notes']
  return found({
    format: 'health+json',
    state,
    words:
      firstText(body, ['output']) ?? (Array.isArray(notes) ? notes.filter(Boolean).join('; ') || null : null),
    checks: checksOf(body, context),
    version: firstText(body, ['releaseId', 'releaseID', 'version']),
  })
}

const hasItsShape = (body: JsonObject, word: string, { mediaType }: HealthContext): boolean =>
  mediaType === 'application/health+json' ||
  OWN_WORDS.has(word) ||
  ['releaseId', 'releaseID', 'serviceId', 'serviceID'].some((key) => hasField(body, key)) ||
  holdsLists(body['checks'])

const holdsLists = (checks: unknown): boolean => {
  const lists = Object.values(asObject(checks) ?? {})
  return lists.length > 0 && lists.every((list) => Array.isArray(list))
}

const checksOf = (body: JsonObject, { budget }: HealthContext) => {
  const old = asObject(body['details'])
  return old !== null && holdsLists(old) ? readEntries(Object.entries(old), budget) : readChecks(body, budget)
}
