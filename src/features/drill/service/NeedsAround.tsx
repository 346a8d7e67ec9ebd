import { layoutNeeds } from '#src/domain/surroundings/layoutNeeds.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { useSurroundings } from '#src/state/queries/useDrill.ts'
import styles from './needs.module.css'
import { NeedsGraph } from './NeedsGraph.tsx'
import { NeedsList } from './NeedsList.tsx'

const words = englishService.needs

/** A picture with more rows than this is longer than the list. */
const MOST_ROWS = 14

type Props = { readonly service: string; readonly around: Surroundings }

function Around({ service, around }: Props) {
  const { neighbours, needs, leftOut } = around
  if (needs.length === 0) return <p className={styles.quiet}>{words.nothing}</p>
  const layout = layoutNeeds(service, neighbours, needs)
  const isDrawn = layout.rows <= MOST_ROWS
  return (
    <>
      {isDrawn && <NeedsGraph service={service} layout={layout} />}
      <NeedsList service={service} around={around} besideGraph={isDrawn} />
      {leftOut !== undefined && <p className={styles.quiet}>{words.leftOut(leftOut)}</p>}
    </>
  )
}

/** What a service needs and what needs it, two steps each way, with their lights. */
export function NeedsAround({ service }: { readonly service: string }) {
  const around = useSurroundings(service)
  return (
    <section className={styles.needs} aria-labelledby="needs">
      <h2 id="needs">{words.heading}</h2>
      {around === undefined && <p className={styles.quiet}>{words.looking}</p>}
      {around === null && <p className={styles.quiet}>{words.untold}</p>}
      {around !== undefined && around !== null && <Around service={service} around={around} />}
    </section>
  )
}
