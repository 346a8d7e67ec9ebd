import type { ReactNode } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import styles from './Banner.module.css'
import { StatusLight } from './StatusLight.tsx'

type Props = {
  /** How much it matters; `unknown` for what the dashboard itself cannot see. */
  readonly light: Exclude<Light, 'green'>
  readonly title: string
  /** Phrasing content only: what it means, what to do. */
  readonly children?: ReactNode
}

/** A line about the dashboard itself, above the rows and on their grid. Said to a screen reader when it changes. */
export function Banner({ light, title, children }: Props) {
  return (
    <output className={styles.banner}>
      <StatusLight light={light} silent />
      <span className={styles.words}>
        <b className={styles.title}>{title}</b>
        <span className={styles.meaning}>{children}</span>
      </span>
    </output>
  )
}
