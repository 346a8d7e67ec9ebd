import type { Neighbour, Surroundings } from '#src/domain/surroundings/surroundings.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { namePods } from '#src/domain/wording/namePods.ts'
import styles from './needs.module.css'
import { NeighbourLink } from './NeighbourLink.tsx'

const words = englishService.needs

/** Everything that `next` leads to from a service, without the service itself. */
function reach(service: string, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([service])
  // A set that grows while it is walked: what is added is walked too, once.
  for (const name of found) for (const other of next(name)) found.add(other)
  found.delete(service)
  return found
}

type Direction = { readonly from: 'from' | 'to'; readonly to: 'from' | 'to' }

const DOWN: Direction = { from: 'from', to: 'to' }
const UP: Direction = { from: 'to', to: 'from' }

type Entry = { readonly neighbour: Neighbour; readonly says: string }

function entriesOf(
  service: string,
  { needs, neighbours }: Surroundings,
  { from, to }: Direction,
): readonly Entry[] {
  const names = reach(service, (name) => needs.filter((need) => need[from] === name).map((need) => need[to]))
  return neighbours.flatMap((neighbour): Entry[] => {
    if (!names.has(neighbour.name)) return []
    const ways = needs.filter((need) => need[to] === neighbour.name)
    const direct = ways.find((need) => need[from] === service)
    if (direct !== undefined) {
      return [{ neighbour, says: direct.by === 'fleet-file' ? '' : words.byCheck }]
    }
    const via = ways.map((need) => need[from]).filter((name) => names.has(name))
    return [{ neighbour, says: words.via(namePods(via)) }]
  })
}

function Column({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {entries.map(({ neighbour, says }) => (
          <li key={neighbour.name} className={styles.entry}>
            <NeighbourLink neighbour={neighbour} isSelf={false} />
            <span className={styles.quiet}>{says}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Props = {
  readonly service: string
  readonly around: Surroundings
  /** True where the graph shows the same: then the list is folded, except where the graph has no room. */
  readonly besideGraph: boolean
}

/** The same in words: what it needs and what needs it, the nearest and of those the worst first, and through what. */
export function NeedsList({ service, around, besideGraph }: Props) {
  const list = (
    <div className={styles.lists}>
      <Column title={words.neededBy} entries={entriesOf(service, around, UP)} />
      <Column title={words.needs} entries={entriesOf(service, around, DOWN)} />
    </div>
  )
  if (!besideGraph) return list
  return (
    <>
      <details className={styles.folded}>
        <summary>{words.list}</summary>
        {list}
      </details>
      <div className={styles.narrow}>{list}</div>
    </>
  )
}
