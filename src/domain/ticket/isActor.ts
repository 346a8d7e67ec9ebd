import { actorToken } from './actorToken.ts'

/** Whether a name is that of an actor, in capitals or not. */
export const isActor = (name: string, actor: string): boolean =>
  name === actor || (actorToken(name) ?? name).toLowerCase() === actor.toLowerCase()
