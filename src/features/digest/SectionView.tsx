import { Fragment } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import styles from './section.module.css'
import { AffectedRows } from './AffectedRows.tsx'
import { TroubleRow } from './TroubleRow.tsx'
import type { Section } from './viewModel.ts'
import { WellRow } from './WellRow.tsx'

/** From this many rows on, those outside the window are not laid out. */
const MANY = 300
/** From this many rows in trouble on, the heading says what they have in common. */
const CROWD = 12

type Props = { readonly section: Section; readonly open: ReadonlySet<string> }

function Kinds({ kinds }: Pick<Section, 'kinds'>) {
  const { kindCount } = screenTexts
  return <p className={styles.kinds}>{kinds.map(([kind, n]) => kindCount(n, texts.kind[kind])).join(', ')}</p>
}

/** One section of the digest: the rows with something to say, then those without. */
export function SectionView({ section: { id, full, under, compact, kinds }, open }: Props) {
  const count = full.length + compact.length
  const dragged = [...under.values()].reduce((sum, names) => sum + names.length, 0)
  return (
    <section
      className={count >= MANY ? `${styles.section} ${styles.many}` : styles.section}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <h2 id={id}>{screenTexts.section[id]}</h2>
        <span className={styles.count}>{count}</span>
        {dragged > 0 && <span className={styles.count}>{screenTexts.dragged(dragged)}</span>}
        {full.length > CROWD && <Kinds kinds={kinds} />}
      </div>
      {full.length > 0 && (
        <ul>
          {full.map((name) => (
            <Fragment key={name}>
              <TroubleRow name={name} open={open.has(name)} />
              {under.has(name) && <AffectedRows names={under.get(name) ?? []} root={name} open={open} />}
            </Fragment>
          ))}
        </ul>
      )}
      {compact.length > 0 && (
        <ul className={styles.compact}>
          {compact.map((name) => (
            <WellRow key={name} name={name} open={open.has(name)} />
          ))}
        </ul>
      )}
    </section>
  )
}
