import { err, ok, type Result } from '#src/domain/result.ts'
import { type JsonFault, jsonFault } from './jsonFault.ts'

/** Why and where (from 1) a text is no JSON. */
export type NotJson = JsonFault & { readonly reason: string }

/** Only an engine's own limit is left when the text itself is sound. */
const TOO_MUCH: NotJson = { line: 1, column: 1, endsEarly: false, reason: 'JSON beyond what can be parsed' }

/** Parses JSON of any size and depth; a fault comes back as its place, never as an exception. */
export const parseJson = (text: string): Result<unknown, NotJson> => {
  try {
    return ok(JSON.parse(text))
  } catch {
    const fault = jsonFault(text)
    if (fault === null) return err(TOO_MUCH)
    return err({ ...fault, reason: fault.endsEarly ? 'JSON that ends early' : 'not valid JSON' })
  }
}
