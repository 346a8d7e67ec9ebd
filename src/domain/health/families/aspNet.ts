import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily, TextFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { asObject, field, hasField, objectField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readChecks, readEntries } from '#src/domain/health/readChecks.ts'

const STATES: ReadonlyMap<unknown, HealthState> = new Map([
  ['Healthy', 'ok'],
  ['Degraded', 'degraded'],
  ['Unhealthy', 'down'],
])

/** The values of the enum HealthStatus, as System.Text.Json prints them without a string converter. */
const WORD_OF_NUMBER: ReadonlyMap<unknown, string> = new Map([
  [0, 'Unhealthy'],
  [1, 'Degraded'],
  [2, 'Healthy'],
])

/** ASP.NET Core's default writer: the body is the word alone. */
export const aspNetText: TextFamily = (text) => {
  const state = STATES.get(text)
  return state === undefined ? null : found({ format: 'aspnet', state })
}

/**
 * ASP.NET Core: the UI response writer of AspNetCore.HealthChecks (`entries`, `totalDuration`), the `results` of
 * Microsoft's documentation, and the hand-made `checks` lists, in camelCase and in PascalCase.
 */
export const aspNet: JsonFamily = (body, { budget }) => {
  const status = field(body, 'status')
  const entries = objectField(body, 'entries')
  const word = entries !== null && hasField(body, 'totalDuration') ? wordOf(status) : status
  const state = STATES.get(word)
  if (state === undefined) return null
  const checks =
    entries === null ? readChecks(body, budget) : readEntries(Object.entries(entries).map(withWord), budget)
  return found({ format: 'aspnet', state, checks })
}

const wordOf = (status: unknown): unknown => WORD_OF_NUMBER.get(status) ?? status

const withWord = ([name, value]: [string, unknown]): [string, unknown] => {
  const entry = asObject(value)
  return [name, entry === null ? value : inWords(entry)]
}

/** Description before exception: the framework fills both, and only the description is meant for readers. */
const inWords = (entry: JsonObject): JsonObject => {
  const { description, exception, ...rest } = entry
  const said = description ?? exception
  return {
    ...rest,
    ...(said === undefined ? {} : { description: said }),
    ...(exception === undefined || exception === said ? {} : { thrown: exception }),
    status: wordOf(field(entry, 'status')),
  }
}
