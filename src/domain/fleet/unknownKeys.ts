import type * as v from 'valibot'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath, printable } from './issueText.ts'
import { nearest } from './nearest.ts'

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly key?: Schema
  readonly value?: Schema
  readonly options?: readonly (Schema | string | number)[]
}

type Json = Readonly<Record<string, unknown>>

function unknownKey(path: string, key: string, value: unknown, known: readonly string[]): FleetIssue {
  const meant = nearest(key, known)
  return {
    path: joinPath(path, key),
    found: printable(value),
    expected: `one of ${known.join(', ')}`,
    repair: meant === null ? `Remove "${printable(key)}".` : `Did you mean "${meant}"?`,
  }
}

/** A record of known keys has others; one of any keys may have what is unknown under them. */
function unknownInRecord({ key: keys, value: each }: Schema, json: Json, path: string): FleetIssue[] {
  const known = keys?.options?.map(String)
  return Object.entries(json).flatMap(([key, value]) => {
    if (known?.includes(key) === false) return [unknownKey(path, key, value, known)]
    return each === undefined ? [] : unknownKeys(each, value, joinPath(path, key))
  })
}

/**
 * Every key that the schema does not know, at any depth, with the known one that is nearest.
 * A key that is silently ignored is a setting that somebody believes in.
 */
export function unknownKeys(schema: Schema, json: unknown, path = ''): FleetIssue[] {
  if (schema.wrapped) return unknownKeys(schema.wrapped, json, path)
  if (schema.item && Array.isArray(json)) {
    const item = schema.item
    return json.flatMap((value: unknown, i) => unknownKeys(item, value, `${path}[${i}]`))
  }
  if (schema.options) {
    const objects = schema.options.filter((option): option is Schema => typeof option === 'object')
    return objects.flatMap((option) => (option.entries ? unknownKeys(option, json, path) : []))
  }
  if (schema.key && isObject(json)) return unknownInRecord(schema, json, path)
  if (!schema.entries || !isObject(json)) return []
  const { entries } = schema
  return Object.entries(json).flatMap(([key, value]) => {
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined
    return entry === undefined
      ? [unknownKey(path, key, value, Object.keys(entries))]
      : unknownKeys(entry, value, joinPath(path, key))
  })
}
