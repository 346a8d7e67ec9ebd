/** A JSON object as it came: nothing about its keys or values is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object, or null for arrays and everything else. */
export const asObject = (value: unknown): JsonObject | null => (isObject(value) ? value : null)

/** Whether a value is an object, neither null nor an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An own field, in camelCase or in PascalCase as .NET, Go and Consul print it.
 * Own fields only: a body may be asked for `constructor` or `__proto__` without reaching the prototype.
 */
export const field = (object: JsonObject, key: string): unknown => {
  if (Object.hasOwn(object, key)) return object[key]
  const pascal = pascalOf(key)
  return Object.hasOwn(object, pascal) ? object[pascal] : undefined
}

const pascalOf = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

/** Both spellings of some fields, to see with one look at its few keys that an object has none of them. */
export const spellingsOf = (keys: readonly string[]): ReadonlySet<string> =>
  new Set(keys.flatMap((key) => [key, pascalOf(key)]))

export const hasAny = (object: JsonObject, spellings: ReadonlySet<string>): boolean => {
  for (const key in object) if (spellings.has(key)) return true
  return false
}

export const hasField = (object: JsonObject, key: string): boolean => field(object, key) !== undefined

/** A field that is an object, or null. */
export const objectField = (object: JsonObject, key: string): JsonObject | null =>
  asObject(field(object, key))

/** A field that is text with something in it, or a number, as text; null for anything else. */
export const textField = (object: JsonObject, key: string): string | null => asText(field(object, key))

/** The first of several fields that holds text. */
export const firstText = (object: JsonObject, keys: readonly string[]): string | null => {
  for (const key of keys) {
    const text = textField(object, key)
    if (text !== null) return text
  }
  return null
}

/** Text with something in it, or a number as text; null for anything else. */
export const asText = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A scalar as it would be printed, booleans included; null for objects, lists, null and empty text. */
export const printScalar = (value: unknown): string | null =>
  typeof value === 'boolean' ? String(value) : asText(value)
