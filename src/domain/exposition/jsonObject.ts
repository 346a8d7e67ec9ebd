import { err, ok, type Result } from '#src/domain/result.ts'
import type { NotAnExposition } from './exposition.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a parsed value is an object, neither null nor an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fault = (kind: NotAnExposition['kind'], reason: string): Result<never, NotAnExposition> =>
  err({ kind, line: 1, column: 1, reason })

/** Says that a JSON page is not of the kind it was read for. */
export const notOfThisKind = (reason: string): Result<never, NotAnExposition> => fault('unreadable', reason)

/** Parses a page that has to be one JSON object. */
export const jsonObject = (text: string): Result<JsonObject, NotAnExposition> => {
  if (text.trim() === '') return fault('empty', 'the page is empty')
  if (/^\s*</.test(text)) return fault('html', 'the page is HTML')
  const value = parse(text)
  return isObject(value) ? ok(value) : fault('unreadable', 'the page is not a JSON object')
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
