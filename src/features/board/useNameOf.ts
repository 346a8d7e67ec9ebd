import { actorToken } from '#src/domain/ticket/actorToken.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useBoard } from '#src/state/useBoard.ts'

export type NameOf = (token: string) => string

let made: { readonly key: string; readonly nameOf: NameOf } = { key: '', nameOf: (token) => token }

/** Hundreds of rows ask for the same few names: they are spelt once. */
function namesIn(key: string): NameOf {
  if (made.key === key) return made.nameOf
  const names = new Map(key.split('\n').map((name) => [actorToken(name) ?? '', name]))
  made = { key, nameOf: (token) => names.get(token) ?? token }
  return made.nameOf
}

/** What somebody is called whose name stands in the log as a token: `Anna Müller` of `Anna-Muller`. */
export function useNameOf(): NameOf {
  const people = useBoard(({ desk }) => desk?.people.join('\n') ?? '')
  const own = usePreference('name')
  return namesIn(`${own}\n${people}`)
}
