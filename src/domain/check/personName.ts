import { isActor } from '#src/domain/ticket/isActor.ts'

/** The actor of an event as that person calls themselves, where one of `names` is theirs; else as the log has it. */
export const personName = (actor: string, names: readonly (string | null)[]): string =>
  names.find((name) => name !== null && isActor(name, actor)) ?? actor
