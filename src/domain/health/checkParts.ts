import { stateOfWord } from './healthWords.ts'
import { asObject, firstText } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { wordState } from './statedState.ts'

/** A value under the name it was found by; not yet known to be anything. */
export type PartEntry = readonly [name: string, value: unknown]

export type CheckParts = {
  readonly entries: readonly PartEntry[]
  /** The keys of the object that were opened for them. */
  readonly keys: ReadonlySet<string>
}

/** Whatever stands under these is a part as soon as one neighbour has a known state, bare words included. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'components',
  'checks',
  'entries',
  'results',
  'dependencies',
  'services',
  'subsystems',
  'modules',
  'indicators',
  'probes',
  'healthchecks',
  'parts',
])

/** Under these only objects with a state of their own are parts: `data` often says `"database":"up"` of itself. */
const LOOSE_CONTAINERS: ReadonlySet<string> = new Set(['details', 'data', 'info'])

/** Never parts, though they may look like it. */
const OTHER: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'exception',
  'logs',
  'log',
  'metrics',
  '_links',
  'links',
])

const NAME_FIELDS = ['name', 'id', 'component', 'key', 'service', 'check', 'componentId', 'checkID', 'node']

/** Finds the parts of an object: in its containers, and as siblings of its state (Spring Boot 1.x). */
export const checkParts = (object: JsonObject): CheckParts => {
  const entries: PartEntry[] = []
  const keys = new Set<string>()
  for (const [key, value] of Object.entries(object)) {
    const found = partsUnder(key, value)
    if (found.length === 0) continue
    keys.add(key)
    for (const entry of found) entries.push(entry)
  }
  return { entries, keys }
}

const partsUnder = (key: string, value: unknown): readonly PartEntry[] => {
  if (typeof value !== 'object' || value === null) return []
  const plain = key.toLowerCase().replaceAll(/[_-]/g, '')
  if (OTHER.has(plain)) return []
  if (CONTAINERS.has(plain)) return containedParts(value)
  const inner = Object.entries(value)
  if (LOOSE_CONTAINERS.has(plain)) return inner.filter(([, item]) => hasState(item))
  return hasState(value) ? [[key, value]] : []
}

const containedParts = (container: object): readonly PartEntry[] => {
  const entries = Array.isArray(container)
    ? container.map((item, index): PartEntry => [nameOf(item, index), item])
    : Object.entries(container)
  if (Array.isArray(container)) return entries.filter(([, item]) => asObject(item) !== null)
  // One known neighbour vouches for texts that are no health words: {"db":"ok","cache":"connecting"}.
  if (!entries.some(([, item]) => isPart(item))) return []
  return entries.filter(([, item]) => isPart(item) || typeof item === 'string')
}

/** In a map a part may be a bare word or boolean, or a list of entries (IETF health+json). */
const isPart = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some((item) => asObject(item) !== null)
  return stateOfWord(value) !== null || asObject(value) !== null
}

/** Outside the containers only a status word, or the two plainest booleans, make an object a part. */
const hasState = (value: unknown): boolean => {
  const object = asObject(value)
  if (object === null) return false
  return wordState(object) !== null || ['healthy', 'ok'].some((key) => typeof object[key] === 'boolean')
}

const nameOf = (value: unknown, index: number): string => {
  const object = asObject(value)
  return (object === null ? null : firstText(object, NAME_FIELDS)) ?? `#${index + 1}`
}
