import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { QueryFailure } from './queryFailure.ts'

/** What an API answer carries. `warnings`: its warnings and infos, such as that a store of Thanos is missing. */
export type ApiAnswer = { readonly data: unknown; readonly warnings: readonly string[] }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

function notJson(status: number, text: string, endsEarly: boolean): QueryFailure {
  if (/^\s*</.test(text)) return { kind: 'no-api', status, holds: 'html' }
  return endsEarly && /^\s*\{/.test(text) ? { kind: 'cut-off' } : { kind: 'no-api', status, holds: 'text' }
}

/**
 * Reads the envelope `{ status, data, errorType, error, warnings, infos }` that every answer has, whatever its HTTP
 * status (Prometheus, "HTTP API", "Format overview"). An answer that says `error` is a failure with the API's own
 * words; HTML, JSON of another kind and JSON that was cut off are failures of their own.
 */
export function readApiAnswer(status: number, text: string): Result<ApiAnswer, QueryFailure> {
  const json = parseJson(text)
  if (!json.ok) return err(notJson(status, text, json.error.endsEarly))
  const envelope = json.value
  if (!isObject(envelope)) return err({ kind: 'no-api', status, holds: 'json' })
  if (envelope['status'] === 'error') {
    return err({
      kind: 'refused',
      status,
      errorType: textOf(envelope['errorType']),
      error: textOf(envelope['error']),
    })
  }
  if (envelope['status'] !== 'success' || status >= 300) return err({ kind: 'no-api', status, holds: 'json' })
  // VictoriaMetrics' cluster says so of an answer without one of its stores, and nothing more.
  const partial = envelope['isPartial'] === true ? ['isPartial'] : []
  const warnings = [...textsOf(envelope['warnings']), ...textsOf(envelope['infos']), ...partial]
  return ok({ data: envelope['data'], warnings })
}
