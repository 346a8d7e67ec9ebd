import {
  asObject,
  asText,
  field,
  firstText,
  hasAny,
  printScalar,
  spellingsOf,
} from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { cutText } from './cutText.ts'

type Detail = readonly [key: string, value: string]

const DETAIL_CAP = 100
const DETAIL_DEPTH_CAP = 6

/** Where a part puts what it has to say, the most telling first. Spring and MicroProfile nest it. */
const MESSAGE_FIELDS = [
  'error',
  'message',
  'output',
  'reason',
  'description',
  'exception',
  'msg',
  'detail',
  'cause',
  'rootCause',
]
const NESTS = ['details', 'data']
const MESSAGE_SPELLINGS = spellingsOf(MESSAGE_FIELDS)

/** A part's own words for why, from itself or from its `details` / `data`; null when it has none. */
export const messageOf = (object: JsonObject): string | null => {
  const said = wordsOf(object)
  if (said !== null) return cutText(said)
  for (const nest of NESTS) {
    const inner = asObject(field(object, nest))
    const nested = inner === null ? null : wordsOf(inner)
    if (nested !== null) return cutText(nested)
  }
  return null
}

const wordsOf = (object: JsonObject): string | null => {
  if (!hasAny(object, MESSAGE_SPELLINGS)) return null
  for (const key of MESSAGE_FIELDS) {
    const value = field(object, key)
    const thrown = asObject(value)
    const words = thrown === null ? asText(value) : firstText(thrown, ['message', 'reason', 'type', 'code'])
    if (words !== null) return words
  }
  return null
}

/**
 * Everything a part said beside its state, parts and message: flat, printable, in its order, bounded.
 * `details` and `data` are opened without a prefix, other objects as `key.inner`; lists of scalars are joined.
 */
export const detailsOf = (object: JsonObject, leaveOut: ReadonlySet<string>): readonly Detail[] => {
  const message = messageOf(object)
  return flatDetails(object, leaveOut).filter(
    ([key, value]) => !(value === message && MESSAGE_FIELDS.includes(lastName(key))),
  )
}

/** All that an object says but what is left out, flat as above, its messages included. */
export const flatDetails = (object: JsonObject, leaveOut: ReadonlySet<string>): readonly Detail[] => {
  const out: Detail[] = []
  for (const [key, value] of Object.entries(object)) {
    if (leaveOut.has(key)) continue
    const isNest = NESTS.includes(key.toLowerCase()) && asObject(value) !== null
    flatten(isNest ? '' : key, value, out, 1)
  }
  return out
}

const lastName = (key: string): string => (key.split('.').at(-1) ?? key).toLowerCase()

const flatten = (key: string, value: unknown, out: Detail[], depth: number): void => {
  if (out.length >= DETAIL_CAP || depth > DETAIL_DEPTH_CAP || value === null || value === undefined) return
  if (typeof value !== 'object') {
    const printed = printScalar(value)
    if (printed !== null) out.push([cutText(key, 200), cutText(printed)])
    return
  }
  const entries = Object.entries(value)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    if (value.length > 0) out.push([cutText(key, 200), cutText(value.slice(0, 200).join(', '))])
    return
  }
  for (const [inner, item] of entries.slice(0, DETAIL_CAP)) {
    flatten(key === '' ? inner : `${key}.${inner}`, item, out, depth + 1)
  }
}
