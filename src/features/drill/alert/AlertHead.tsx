import { useEffect, useRef } from 'react'
import type { MessageMeaning } from '#src/domain/alert/messageMeaning.ts'
import { englishAlertLink as words } from '#src/domain/wording/englishAlertLink.ts'
import { DrillKeysButton } from '#src/features/drill/DrillKeysButton.tsx'
import { hashTo } from '#src/state/hashTo.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import styles from './alert.module.css'

type Props = {
  readonly title: string
  /** What failed and how, in one line; empty for nothing. */
  readonly sentence: string
  /** What that comes to, and where to look; null where nothing is known of it. */
  readonly meaning: MessageMeaning | null
}

/** The way back, whom the alert is about, and what it says in one line. Where it is drawn anew the keyboard begins at its heading. */
export function AlertHead({ title, sentence, meaning }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className={styles.head}>
      <div className={styles.says}>
        <p className={styles.way}>
          <a href={hashTo('/')}>{words.home}</a>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
        {meaning !== null && <p className={styles.quiet}>{words.meaning[meaning]}</p>}
      </div>
      <div className={styles.tools}>
        <CopyLink />
        <DrillKeysButton list={words.keyList} />
      </div>
    </header>
  )
}
