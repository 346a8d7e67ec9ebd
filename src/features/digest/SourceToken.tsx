import { type SubmitEvent, useId, useRef, useState } from 'react'
import { englishHistory } from '#src/domain/wording/englishHistory.ts'
import { useScreen } from '#src/state/screen.ts'
import type { Past } from '#src/state/watchStore.ts'
import styles from './historyPanel.module.css'
import { travelsInTheOpen } from './travelsInTheOpen.ts'

type Source = NonNullable<Past['source']>

type Props = {
  readonly source: Source
  /** True where the source wants a sign-in. */
  readonly wanted: boolean
}

const words = englishHistory.token

function Where({ source }: Pick<Props, 'source'>) {
  const { url, shownUrl } = source
  return (
    <p>
      {words.goesTo(shownUrl === null ? url : words.through(shownUrl))}. {words.scheme} {words.kept}{' '}
      {travelsInTheOpen(source) && <b>{words.inTheOpen}</b>}
    </p>
  )
}

/** A field for a token, for as long as the source wants one, and a way to forget the one that was given. */
export function SourceToken({ source, wanted }: Props) {
  const { giveToken } = useScreen()
  const [told, setTold] = useState('')
  const part = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const where = useId()
  const { hasToken, takesToken } = source

  const give = async (token: string | null): Promise<void> => {
    const taken = await giveToken(token, source.shownUrl ?? source.url)
    setTold(taken ? (token === null ? words.forgotten : words.given) : words.notTaken)
    if (!taken) return
    if (box.current !== null) box.current.value = ''
    // The field or the button is gone with the next word of the watch.
    part.current?.focus()
  }
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    const token = box.current?.value.trim() ?? ''
    if (token !== '') void give(token)
  }

  return (
    <div ref={part} tabIndex={-1} className={styles.token}>
      {hasToken && <p>{wanted ? words.heldInVain : words.held}</p>}
      {wanted && !takesToken && <p>{words.stripped}</p>}
      {wanted && takesToken && (
        // No field of it has a name: a form without names tells nobody anything, whoever sends it.
        <form className={styles.form} onSubmit={onSubmit} autoComplete="off">
          <label className={styles.field}>
            {words.label}
            <input
              ref={box}
              type="password"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              aria-describedby={where}
            />
          </label>
          <button type="submit" className={styles.action}>
            {words.send}
          </button>
          <div id={where} className={styles.where}>
            <Where source={source} />
          </div>
        </form>
      )}
      {hasToken && (
        <button type="button" className={styles.action} onClick={() => void give(null)}>
          {words.forget}
        </button>
      )}
      <output>{told}</output>
    </div>
  )
}
