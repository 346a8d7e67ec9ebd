import type { ReactNode } from 'react'
import styles from './Notice.module.css'

type Props = {
  /** Left out where the strip above says it already. */
  readonly title?: string
  /** True where the notice is all there is on the page. */
  readonly whole?: boolean
  readonly children?: ReactNode
}

/** What the page says where rows would be: one sentence, and what to do. */
export function Notice({ title, whole = false, children }: Props) {
  const Title = whole ? 'h1' : 'h2'
  return (
    <div className={styles.notice}>
      {title !== undefined && <Title className={styles.title}>{title}</Title>}
      <div className={styles.text}>{children}</div>
    </div>
  )
}
