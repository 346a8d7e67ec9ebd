import { inboxOf } from '#src/domain/ticket/natsSubjects.ts'
import { createStream } from './createStream.ts'
import { type GoodFleet, readFleetDocument } from './fleetDocument.ts'
import { ADMIN, ADMIN_VARIABLE, natsConfiguration } from './natsConfiguration.ts'
import type { NatsArguments } from './readNatsArguments.ts'

/** What it takes from outside: where words go to, and where the administrator's password stands. */
type Surroundings = {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** Without a fleet file: the board that everybody has who names none. */
const NOTHING_SAID = readFleetDocument('{"services":[]}', null)

/** Prints how a NATS server shares the board of a fleet, or makes its stream there. */
export async function runNats(
  { verb, server }: NatsArguments,
  document: GoodFleet | null,
  { print, complain, environment }: Surroundings,
): Promise<{ readonly exitCode: number }> {
  const known = document ?? NOTHING_SAID
  if (known.kind !== 'good') return { exitCode: 1 }
  const { tickets } = known.fleet
  if (verb !== 'create') {
    print(natsConfiguration(verb, tickets))
    return { exitCode: 0 }
  }
  const password = environment?.[ADMIN_VARIABLE] ?? ''
  if (password === '') {
    complain(`Set ${ADMIN_VARIABLE} to the password of ${ADMIN}.`)
    return { exitCode: 1 }
  }
  const made = await createStream(tickets, { ...server, user: ADMIN, password, inbox: inboxOf(ADMIN) })
  if (made.ok) print(made.value)
  else complain(made.error)
  return { exitCode: made.ok ? 0 : 1 }
}
