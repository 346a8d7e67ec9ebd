import { checkParts } from './checkParts.ts'
import type { PartEntry } from './checkParts.ts'
import { spendCheck } from './checkBudget.ts'
import type { CheckBudget } from './checkBudget.ts'
import { detailsOf, messageOf } from './checkDetails.ts'
import { cutText } from './cutText.ts'
import { worstState } from './healthRank.ts'
import type { HealthCheck, HealthState } from './healthReading.ts'
import { opensWithTrouble, stateOfWord } from './healthWords.ts'
import { asObject, printScalar } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { FLAG_FIELDS, statedState, wordState, WORD_FIELDS } from './statedState.ts'

const NAME_CAP = 200

/** The named checks that an object carries, each with its own parts, to any depth within the budget. */
export const readChecks = (object: JsonObject, budget: CheckBudget, depth = 0): readonly HealthCheck[] =>
  readEntries(checkParts(object).entries, budget, depth)

/** Reads named values as checks; what the budget does not cover is left out and remembered there. */
export const readEntries = (
  entries: Iterable<PartEntry>,
  budget: CheckBudget,
  depth = 0,
): readonly HealthCheck[] => {
  const checks: HealthCheck[] = []
  for (const [name, value] of entries) {
    if (!spendCheck(budget, depth + 1)) break
    checks.push(readCheck(name, value, budget, depth + 1))
  }
  return checks
}

const readCheck = (name: string, value: unknown, budget: CheckBudget, depth: number): HealthCheck => {
  if (Array.isArray(value)) return readList(name, value, budget, depth)
  const object = asObject(value)
  return object === null ? readScalar(name, value) : readObject(name, object, budget, depth)
}

/** A list under one name: IETF health+json lists one entry a node. A list of one is that one. */
const readList = (
  name: string,
  list: readonly unknown[],
  budget: CheckBudget,
  depth: number,
): HealthCheck => {
  const [only] = list
  if (list.length === 1 && asObject(only) !== null) return readCheck(name, only, budget, depth)
  const { entries } = checkParts({ checks: list })
  const parts = readEntries(entries, budget, depth)
  return bare(name, { state: parts.length === 0 ? 'unknown' : worstState(parts.map((p) => p.state)), parts })
}

const readScalar = (name: string, value: unknown): HealthCheck => {
  const known = stateOfWord(value)
  if (known !== null) return bare(name, { state: known })
  const message = printScalar(value)
  const isTrouble = message !== null && opensWithTrouble(message)
  return bare(name, {
    state: isTrouble ? 'down' : 'unknown',
    message: message === null ? null : cutText(message),
  })
}

const readObject = (name: string, object: JsonObject, budget: CheckBudget, depth: number): HealthCheck => {
  const { entries, keys } = checkParts(object)
  const parts = readEntries(entries, budget, depth)
  const inherited = parts.length === 0 ? 'unknown' : worstState(parts.map((part) => part.state))
  return bare(name, {
    state: statedState(object) ?? inherited,
    message: messageOf(object),
    details: detailsOf(object, new Set([...keys, ...stateKeys(object)])).filter(
      ([, value]) => value !== name,
    ),
    parts,
  })
}

/** The keys that have become the state; a word of another meaning (`state: LEADER`) stays a detail. */
const stateKeys = (object: JsonObject): readonly string[] => {
  const fields: readonly string[] = wordState(object) === null ? FLAG_FIELDS : WORD_FIELDS
  const isField = (key: string): boolean =>
    fields.includes(key) || fields.includes(key.charAt(0).toLowerCase() + key.slice(1))
  return Object.keys(object).filter((key) => isField(key) && stateOfWord(object[key]) !== null)
}

/** A check from what is known of it; the rest is empty. The name is cut to 200 characters. */
export const bare = (name: string, known: Partial<Omit<HealthCheck, 'name'>>): HealthCheck => ({
  name: cutText(name, NAME_CAP),
  state: 'unknown',
  message: null,
  details: [],
  parts: [],
  ...known,
})

/** The same check in another state: some families know more of a part than its own words tell. */
export const withState = (check: HealthCheck, state: HealthState): HealthCheck =>
  check.state === state ? check : { ...check, state }
