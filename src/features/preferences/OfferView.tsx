import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { changedPreferences } from '#src/domain/preferences/preferencesFile.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './file.module.css'
import { calledAs, type Offer, refusedWords, standsAs } from './offer.ts'
import trial from './trial.module.css'

const { file: words } = englishPreferences

type Props = { readonly offer: Offer; readonly onDone: (told: string) => void }

/** What would change, line by line, and two ways on. */
export function OfferView({ offer, onDone }: Props) {
  const { preferences } = useScreen()
  const now = useStore(preferences)
  const { next, refused } = offer.read(now)
  const changed = changedPreferences(now, next)
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => place.current?.focus(), [])
  const take = (): void => {
    preferences.setState(next)
    onDone(words.taken(changed.length))
  }
  const title = changed.length === 0 ? words.same(offer.source) : words.offer(offer.source)
  return (
    <section ref={place} className={styles.offer} tabIndex={-1} aria-label={title}>
      <h3>{title}</h3>
      {changed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((name) => (
              <tr key={name}>
                <th scope="row">{calledAs(name)}</th>
                <td>{standsAs(name, now)}</td>
                <td>{standsAs(name, next)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused.length > 0 && (
        <div className={styles.refused}>
          <p>{words.refused(refused.length)}</p>
          <ul>
            {refused.map((one) => (
              <li key={one.name}>{refusedWords(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.ways}>
        {changed.length > 0 && (
          <button type="button" className={styles.take} onClick={take}>
            {words.take}
          </button>
        )}
        <button type="button" className={trial.button} onClick={() => onDone(words.left)}>
          {words.leave}
        </button>
      </p>
    </section>
  )
}
