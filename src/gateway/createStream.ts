import type { TicketSettings } from '#src/domain/fleet/ticketSettings.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { askNats, type NatsLogin } from './askNats.ts'
import { natsConfiguration, streamNameOf } from './natsConfiguration.ts'

/** What JetStream has against it (its API, `ApiError.description`); null where it has nothing. */
function errorIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null
  const { error } = answer
  const known = typeof error === 'object' && error !== null && 'description' in error
  return known ? String(error.description) : 'the answer names no reason'
}

/**
 * Makes the stream of a fleet's board on a NATS server; one that is there already with the same configuration stays as
 * it is. Returns a sentence that says so, or what is against it.
 */
export async function createStream(
  tickets: TicketSettings,
  login: NatsLogin,
): Promise<Result<string, string>> {
  const name = streamNameOf(tickets)
  const asked = await askNats(login, `$JS.API.STREAM.CREATE.${name}`, natsConfiguration('stream', tickets))
  if (!asked.ok) return asked
  const answer = parseJson(asked.value)
  const fault = answer.ok ? errorIn(answer.value) : 'its answer is no JSON'
  return fault === null
    ? ok(`The stream ${name} is there: the board "${tickets.board}" can be shared.`)
    : err(`The stream ${name} was not made: ${fault}.`)
}
