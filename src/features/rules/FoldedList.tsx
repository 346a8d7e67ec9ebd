import type { ReactNode } from 'react'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import styles from './lists.module.css'

/** So many names are read at a glance. */
const AT_ONCE = 12

/** A name, and what stands for it. */
type Named = readonly [name: string, node: ReactNode]

function Names({ items }: { readonly items: readonly Named[] }) {
  return (
    <ul className={styles.names}>
      {items.map(([name, node]) => (
        <li key={name}>{node}</li>
      ))}
    </ul>
  )
}

/** Names in a line; the many behind the first dozen are counted, and told on request. */
export function FoldedList({ items }: { readonly items: readonly Named[] }) {
  const rest = items.slice(AT_ONCE)
  return (
    <>
      <Names items={items.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{ruleWords.more(rest.length)}</summary>
          <Names items={rest} />
        </details>
      )}
    </>
  )
}
