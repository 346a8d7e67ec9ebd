import { err, ok } from '#src/domain/result.ts'
import type { Result } from '#src/domain/result.ts'

import { jsonFault } from './jsonFault.ts'

/** Why a text is no JSON, in words, with its place (from 1). */
export type NotJson = { readonly line: number; readonly column: number; readonly reason: string }

/** Parses JSON of any size and depth; a fault comes back as its place, never as an exception. */
export const parseJson = (text: string): Result<unknown, NotJson> => {
  try {
    return ok(JSON.parse(text))
  } catch {
    const fault = jsonFault(text)
    // Only an engine's own limit is left when the text itself is sound.
    if (fault === null) return err({ line: 1, column: 1, reason: 'JSON beyond what can be parsed' })
    const { line, column, endsEarly } = fault
    const what = endsEarly ? 'JSON that ends early' : 'not valid JSON'
    return err({ line, column, reason: `${what}, at line ${line} column ${column}` })
  }
}
