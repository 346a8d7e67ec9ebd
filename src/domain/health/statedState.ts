import { worseOf } from './healthRank.ts'
import type { HealthState } from './healthReading.ts'
import { stateOfWord } from './healthWords.ts'
import { asObject, field, hasAny, printScalar, spellingsOf } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

/** Fields that hold a status word. `outcome` is MicroProfile Health 1.0, the others are plain custom. */
export const WORD_FIELDS = [
  'status',
  'state',
  'health',
  'outcome',
  'result',
  'healthStatus',
  'health_status',
  'overallStatus',
  'overall_status',
  'overall',
] as const

/** Fields that say it with a boolean, or with its text: etcd prints `"true"`. */
export const FLAG_FIELDS = [
  'healthy',
  'ready',
  'alive',
  'live',
  'ok',
  'up',
  'available',
  'success',
  'connected',
  'isHealthy',
  'is_healthy',
  'isReady',
  'is_ready',
  'isAlive',
] as const

const WORD_SPELLINGS = spellingsOf(WORD_FIELDS)
const FLAG_SPELLINGS = spellingsOf(FLAG_FIELDS)

/** What an object says of itself by a status word, first known one wins; null when it says nothing. */
export const wordState = (object: JsonObject): HealthState | null => {
  if (!hasAny(object, WORD_SPELLINGS)) return null
  for (const key of WORD_FIELDS) {
    const value = field(object, key)
    // Spring's Status class, printed as it is: {"status":{"code":"UP","description":""}}.
    const code = asObject(value)
    const state = stateOfWord(code === null ? value : field(code, 'code'))
    if (state !== null) return state
  }
  return null
}

/** What an object says of itself by booleans; the worst of several wins (`alive` but not `ready` is down). */
const flagState = (object: JsonObject): HealthState | null => {
  if (!hasAny(object, FLAG_SPELLINGS)) return null
  let worst: HealthState | null = null
  for (const key of FLAG_FIELDS) {
    const value = field(object, key)
    const isFlag = typeof value === 'boolean' || value === 'true' || value === 'false'
    const state = isFlag ? stateOfWord(value) : null
    if (state !== null) worst = worst === null ? state : worseOf(worst, state)
  }
  return worst
}

/** The field that says it, as it is written there: `ready: false`, `status: OUT_OF_SERVICE`; null when none does. */
export const statedWords = (object: JsonObject): string | null => {
  const state = worstStated(object)
  const key = [...WORD_FIELDS, ...FLAG_FIELDS].find((name) => stateOfWord(field(object, name)) === state)
  return state === null || key === undefined ? null : `${key}: ${printScalar(field(object, key))}`
}

/** The worse of what an object says by word and by booleans; null when it says nothing. */
export const worstStated = (object: JsonObject): HealthState | null => {
  const [word, flag] = [wordState(object), flagState(object)]
  return word === null || flag === null ? (word ?? flag) : worseOf(word, flag)
}

/** What a part says of itself: by its status word, else by its booleans; null when it says nothing. */
export const statedState = (object: JsonObject): HealthState | null => wordState(object) ?? flagState(object)
