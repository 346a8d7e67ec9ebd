import { memo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import type { WalkDeeds } from './walkDeeds.ts'
import { WalkButtons } from './WalkButtons.tsx'
import { WalkFacts } from './WalkFacts.tsx'
import { WalkNote } from './WalkNote.tsx'
import styles from './walk.module.css'

const { walk: words } = englishCheckScreen

type Props = {
  readonly check: MorningCheck
  readonly walk: readonly WalkStep[]
  readonly current: WalkStep | null
  readonly progress: { readonly decided: number; readonly of: number }
  readonly reader: Reader
  readonly deeds: WalkDeeds
  /** What became of the last deed. */
  readonly said: string
}

/** The matter that the walk stands at, whole: what is known of it, what somebody found, and what is decided about it. */
export const WalkPanel = memo(function WalkPanel({
  check,
  walk,
  current,
  progress,
  reader,
  deeds,
  said,
}: Props) {
  const place = current === null ? 0 : walk.findIndex(({ item }) => item.key === current.item.key) + 1
  const isDone = progress.of > 0 && progress.decided === progress.of
  return (
    <section className={styles.walk} aria-labelledby="check-walk">
      <div className={styles.top}>
        <h2 id="check-walk">{words.title}</h2>
        {place > 0 && <span>{words.at(place, walk.length)}</span>}
        <progress
          className={styles.progress}
          max={Math.max(1, progress.of)}
          value={progress.of === 0 ? 1 : progress.decided}
          aria-label={words.progress(progress.decided, progress.of)}
        />
        <span>{words.progress(progress.decided, progress.of)}</span>
      </div>
      {current === null ? (
        <p className={styles.hint}>{words.none}</p>
      ) : (
        <>
          <WalkFacts step={current} from={check.from} reader={reader} />
          <WalkNote key={current.item.key} step={current} deeds={deeds} />
          <WalkButtons step={current} deeds={deeds} />
        </>
      )}
      <output className={styles.said}>{said === '' && isDone ? words.allDone : said}</output>
    </section>
  )
})
