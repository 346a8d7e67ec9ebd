import type { ReactNode } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './thenAndNow.module.css'

/** A reason in words; `mark` says how it differs from the other time, empty where it does not. */
export type SaidLine = { readonly light: Light; readonly text: string; readonly mark: string }

/** More reasons than this are counted. */
const MOST_LINES = 5

type Props = {
  readonly title: string
  readonly note: string
  /** Null where it is not known; then `children` say why. */
  readonly light: Light | null
  readonly lines: readonly SaidLine[]
  /** Said where there are no lines. */
  readonly none: string
  readonly isOld?: boolean
  readonly children?: ReactNode
}

/** How a service stands, or stood: its light, and why. */
export function StandingColumn({ title, note, light, lines, none, isOld = false, children }: Props) {
  const more = lines.length - MOST_LINES
  return (
    <section className={styles.column} data-old={isOld || undefined} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.note}>{note}</p>
      {light !== null && (
        <p className={styles.light}>
          <StatusLight light={light} silent />
          <b data-light={light}>{screenTexts.light[light]}</b>
        </p>
      )}
      {children}
      {light !== null && lines.length === 0 && <p className={styles.note}>{none}</p>}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {keyed(lines.slice(0, MOST_LINES), ({ text }) => text).map(([key, line]) => (
            <li key={key}>
              <StatusLight light={line.light} size={16} />
              <span>
                {line.text} {line.mark !== '' && <em className={styles.mark}>{line.mark}</em>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles.note}>{englishThen.more(more)}</p>}
    </section>
  )
}
