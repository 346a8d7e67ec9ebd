import { err, ok, type Result } from '#src/domain/result.ts'
import { parseEvent } from './parseEvent.ts'
import type { LoggedEvent } from './ticketEvent.ts'

/** Events of any origin: all of them, or what is wrong with the first that is none. */
export function parseEvents(json: readonly unknown[]): Result<readonly LoggedEvent[], string> {
  const read = json.map((one) => parseEvent(one))
  const wrong = read.find((one) => !one.ok)
  if (wrong !== undefined && !wrong.ok) return err(wrong.error)
  return ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}
