import { CHORD_KEY, PLACES } from '#src/domain/palette/places.ts'
import { englishPalette } from '#src/domain/wording/englishPalette.ts'
import styles from './chordHint.module.css'

const { chord: words, place } = englishPalette

/** Says quietly that a second key is waited for, and which there are. */
export function ChordHint({ isShown }: { readonly isShown: boolean }) {
  return (
    <>
      <p className="unseen" aria-live="polite">
        {isShown && words.waits}
      </p>
      {isShown && (
        <div className={styles.hint} aria-hidden="true">
          <kbd>{CHORD_KEY}</kbd>
          <ul>
            {PLACES.map(({ name, key }) => (
              <li key={key}>
                <kbd>{key}</kbd> {place[name]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
