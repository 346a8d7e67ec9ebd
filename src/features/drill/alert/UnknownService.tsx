import { useState } from 'react'
import type { AlertLink } from '#src/domain/alert/alertLink.ts'
import type { AlertSubject } from '#src/domain/alert/alertSubject.ts'
import { likelyNames } from '#src/domain/fleet/likelyNames.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { alertHref } from './alertAddress.ts'
import styles from './alert.module.css'

const { unknown: words } = englishAlertLink

const MOST_FOUND = 12

type Props = {
  readonly link: AlertLink
  readonly subject: AlertSubject
  /** All services of the fleet. */
  readonly known: readonly string[]
}

/** An alert on what this fleet does not have: the nearest names, and all of them to search through. */
export function UnknownService({ link, subject: { called }, known }: Props) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const found = known.filter((name) => name.toLowerCase().includes(wanted))
  const likely = called === null ? [] : likelyNames(called, known)
  const hrefOf = (service: string): string => alertHref({ ...link, service })
  return (
    <section className={styles.part} aria-labelledby="alert-unknown-title">
      <h2 id="alert-unknown-title">{called === null ? words.unnamed : words.title(called)}</h2>
      <p className={styles.quiet}>{words.text}</p>
      {likely.length > 0 && (
        <p>
          {words.nearest}{' '}
          {likely.map((name) => (
            <a key={name} className={styles.likely} href={hrefOf(name)}>
              {name}
            </a>
          ))}
        </p>
      )}
      <p className={styles.find}>
        <label htmlFor="alert-find">{words.find}</label>
        <input
          id="alert-find"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </p>
      <ul className={styles.pods}>
        {found.slice(0, MOST_FOUND).map((name) => (
          <li key={name}>
            <a href={hrefOf(name)}>{name}</a>
          </li>
        ))}
      </ul>
      <output className={styles.quiet}>
        {found.length > MOST_FOUND && words.more(found.length - MOST_FOUND)}
        {found.length === 0 && words.none(typed)}
      </output>
    </section>
  )
}
