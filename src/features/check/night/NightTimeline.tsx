import { memo, useMemo, useRef } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { useWidth } from '#src/ui/charts/useWidth.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import { NightAxis } from './NightAxis.tsx'
import { NightGaps } from './NightGaps.tsx'
import { NightLegend } from './NightLegend.tsx'
import { NightRowView } from './NightRowView.tsx'
import { nightRows } from './nightRows.ts'
import styles from './nightTimeline.module.css'
import { WellNight } from './WellNight.tsx'

const { night: words } = englishCheckScreen

/** So many rows are drawn unasked: what is worst stands first. */
const ROWS = 50

type Props = {
  readonly check: MorningCheck
  /** The key of the matter that the walk stands at. */
  readonly here: string | null
  readonly reader: Reader
}

/** How each service that had anything stood when: one row each, the rest folded into one. */
export const NightTimeline = memo(function NightTimeline({ check, here, reader }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const rows = useMemo(() => nightRows(check), [check])
  const { shown, left, next, more } = useCapped(rows, ROWS)
  const { night } = check
  return (
    <section className={styles.night} aria-labelledby="check-night">
      <div className={styles.top}>
        <h2 id="check-night">{words.title}</h2>
        <NightLegend rows={rows} night={night} />
      </div>
      <div className={styles.chart}>
        <NightAxis night={night} width={width} />
        <div ref={place} className={styles.gaps}>
          <NightGaps night={night} reader={reader} />
        </div>
        <ul
          className={styles.rows}
          aria-label={words.chart(checkMoment(night.from, reader), checkMoment(night.to, reader))}
        >
          {shown.map((row) => (
            <NightRowView
              key={row.item.key}
              row={row}
              night={night}
              isHere={row.item.key === here}
              width={width}
              reader={reader}
            />
          ))}
          <WellNight check={check} />
        </ul>
      </div>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.more(next)}
        </button>
      )}
    </section>
  )
})
