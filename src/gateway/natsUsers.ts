import type { Person } from '#src/domain/fleet/ticketSettings.ts'
import { actorToken } from '#src/domain/ticket/actorToken.ts'
import { isPersonToken } from '#src/domain/ticket/natsSubjects.ts'

/** Somebody who may sign in to the team's NATS server. */
export type NatsUser = {
  readonly name: string
  /** What they type in as user; it stands on everything they write. */
  readonly user: string
  /** The variable of the server's environment that holds the password, or its bcrypt hash. */
  readonly variable: string
}

/** The variable of a user's password: of two that would have the same one the second is numbered. */
function variableOf(user: string, taken: ReadonlySet<string>, n = 1): string {
  const name = `MORNING_CHECK_${user.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}${n === 1 ? '' : `_${n}`}`
  return taken.has(name) ? variableOf(user, taken, n + 1) : name
}

/** Users for the people of a fleet file, in its order; `reserved`: variables that stand for something else. */
export function natsUsers(people: readonly Person[], reserved: readonly string[]): NatsUser[] {
  const taken = new Set(reserved)
  const users = new Map<string, NatsUser>()
  for (const { name } of people) {
    const user = actorToken(name)
    if (user === null || !isPersonToken(user) || users.has(user)) continue
    const variable = variableOf(user, taken)
    taken.add(variable)
    users.set(user, { name, user, variable })
  }
  return [...users.values()]
}
