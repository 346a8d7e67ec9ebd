import { englishPalette as words } from '#src/domain/wording/englishPalette.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './palette.module.css'

type Props = { readonly query: string; readonly count: number }

/** What the list comes to, and the keys of the window. */
export function Hints({ query, count }: Props) {
  const isEmpty = useWatch(({ rows }) => rows.size === 0)
  const text = count === 0 ? words.none(query) : words.found(count)
  return (
    <div className={styles.foot}>
      <p aria-live="polite">
        {query !== '' && text} {isEmpty && words.nothingYet}
      </p>
      <p className={styles.hints} aria-hidden="true">
        {words.hint.map(([key, meaning]) => (
          <span key={key}>
            <kbd>{key}</kbd> {meaning}
          </span>
        ))}
      </p>
    </div>
  )
}
