import { type ReactNode, useId } from 'react'
import styles from './preferences.module.css'

type Props = { readonly title: string; readonly meant?: string; readonly children: ReactNode }

/** Some preferences that belong together, and what they are for. */
export function Section({ title, meant, children }: Props) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.meant}>
        <h2 id={id}>{title}</h2>
        {meant !== undefined && <p>{meant}</p>}
      </div>
      <div className={styles.parts}>{children}</div>
    </section>
  )
}
