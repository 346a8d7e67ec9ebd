import { memo } from 'react'
import type { Night } from '#src/domain/night/night.ts'
import { checkSpan, lasting } from '#src/domain/wording/checkTimeWords.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { shareOf } from './nightBands.ts'
import styles from './nightTimeline.module.css'

const { night: words } = englishCheckScreen

/** Narrower columns have no room for words: those stand in the sentence above. */
const ROOM = 0.16

const column = (from: number, to: number) => ({ left: `${from * 100}%`, width: `${(to - from) * 100}%` })

type Props = { readonly night: Night; readonly reader: Reader }

/** Columns over all rows in which nobody watched: what they leave blank is not known, and says so. */
export const NightGaps = memo(function NightGaps({ night, reader }: Props) {
  const { gaps, filled } = night
  return (
    <>
      {filled.map(({ from, to }) => (
        <span
          key={`filled ${from}`}
          className={styles.filled}
          style={column(shareOf(from, night), shareOf(to, night))}
          title={words.filledSpan(checkSpan({ from, to }, reader))}
        />
      ))}
      {gaps.map(({ from, to }) => {
        const [start, stop] = [shareOf(from, night), shareOf(to, night)]
        const says = words.gap(checkSpan({ from, to }, reader), lasting(to - from))
        return (
          <span key={`gap ${from}`} className={styles.gap} style={column(start, stop)} title={says}>
            {stop - start >= ROOM && <span>{words.nobody}</span>}
          </span>
        )
      })}
    </>
  )
})
