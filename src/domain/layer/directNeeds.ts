import type { Need, Neighbour, Surroundings } from '#src/domain/surroundings/surroundings.ts'

/** One thing that a service needs itself, and who says so. */
export type DirectNeed = Neighbour & Pick<Need, 'by'>

/** What a service needs itself, in the order of its surroundings (the worst first). */
export function directNeeds(service: string, { needs, neighbours }: Surroundings): readonly DirectNeed[] {
  const by = new Map(needs.flatMap((need) => (need.from === service ? [[need.to, need.by] as const] : [])))
  return neighbours.flatMap((neighbour) => {
    const said = by.get(neighbour.name)
    return said === undefined ? [] : [{ ...neighbour, by: said }]
  })
}
