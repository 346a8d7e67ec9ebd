import { asObject, type JsonObject } from '#src/domain/json/jsonValue.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { NotAnExposition } from './exposition.ts'

const fault = (kind: NotAnExposition['kind'], reason: string): Result<never, NotAnExposition> =>
  err({ kind, line: 1, column: 1, reason })

/** Says that a JSON page is not of the kind it was read for. */
export const notOfThisKind = (reason: string): Result<never, NotAnExposition> => fault('unreadable', reason)

/** Parses a page that has to be one JSON object. */
export const jsonObject = (text: string): Result<JsonObject, NotAnExposition> => {
  if (text.trim() === '') return fault('empty', 'the page is empty')
  if (/^\s*</.test(text)) return fault('html', 'the page is HTML')
  const json = parseJson(text)
  const object = json.ok ? asObject(json.value) : null
  return object === null ? fault('unreadable', 'the page is not a JSON object') : ok(object)
}
