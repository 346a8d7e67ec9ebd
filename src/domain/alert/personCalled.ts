import type { Person } from '#src/domain/fleet/ticketSettings.ts'

const plain = (name: string): string => name.trim().toLowerCase()

/** Who of the team is called so, by name or by an alias, whatever the case; null for nobody. */
export function personCalled(name: string, people: readonly Person[]): string | null {
  const wanted = plain(name)
  if (wanted === '') return null
  const found = people.find((person) => [person.name, ...person.aliases].some((own) => plain(own) === wanted))
  return found?.name ?? null
}
