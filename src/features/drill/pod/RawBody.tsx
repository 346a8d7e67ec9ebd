import type { Heard } from '#src/domain/heard/heard.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import styles from './layerParts.module.css'

const words = englishLayers.body

/** More is nothing that anybody reads; the link beside it opens all of it. */
const MOST_CHARACTERS = 20_000

/** An answer as it came, as text and nothing but text; how much of it is shown is told. Nothing where none is kept. */
export function RawBody({ heard }: { readonly heard: Heard | null }) {
  if (heard === null || heard.body === null) return null
  const { text, isCut } = heard.body
  const shown = text.slice(0, MOST_CHARACTERS)
  const all = heard.bytes === null ? null : formatBytes(heard.bytes)
  const isShort = !isCut && shown.length === text.length
  return (
    <details className={styles.more}>
      <summary>{words.heading}</summary>
      {text === '' ? (
        <p className={styles.quiet}>{words.empty}</p>
      ) : (
        <>
          <pre className={styles.raw} tabIndex={0} aria-label={words.heading}>
            {shown}
          </pre>
          <p className={styles.quiet}>
            {!isShort && `${words.cut(formatBytes(shown.length), all)} `}
            <CopyButton text={text} label={words.copy} done={words.copied} />
          </p>
        </>
      )}
    </details>
  )
}
