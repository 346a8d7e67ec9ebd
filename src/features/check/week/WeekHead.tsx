import { useState } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { weekCsv } from '#src/domain/week/weekCsv.ts'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { seenOfText, weekSentence } from '#src/domain/wording/weekWords.ts'
import { setParams } from '#src/state/hashRoute.ts'
import { type KnownWeek, MOST_BACK } from '#src/state/queries/useWeek.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import styles from './week.module.css'

/** Spreadsheets take a text for UTF-8 only where it begins with this (Unicode 16, 23.8, byte order mark). */
const BYTE_ORDER_MARK = '\uFEFF'

const goBack = (back: number): void => setParams({ week: back === 0 ? null : String(back) })

/** To the weeks before, as far as anything is kept of them. */
function Paging({ back }: { readonly back: number }) {
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        disabled={back >= MOST_BACK}
        onClick={() => goBack(back + 1)}
      >
        {words.earlier}
      </button>
      <button type="button" className={styles.tool} disabled={back === 0} onClick={() => goBack(back - 1)}>
        {words.later}
      </button>
    </>
  )
}

type Props = {
  readonly week: KnownWeek
  /** What the address asks for, which may not be told yet. */
  readonly back: number
  readonly now: EpochMs
  readonly timeZone: string
}

function SaveWeek({ week: { seen, tickets }, timeZone }: Pick<Props, 'week' | 'timeZone'>) {
  const [told, setTold] = useState('')
  const dayOf = (at: EpochMs): string => printWallTime(at, timeZone).slice(0, '2026-11-21'.length)
  const save = (): void => {
    const name = words.file(dayOf(seen.from), dayOf(seen.to))
    saveFile(new TextEncoder().encode(`${BYTE_ORDER_MARK}${weekCsv(seen, tickets)}`), name)
    setTold(words.saved(name))
  }
  return (
    <>
      <output className={styles.told}>{told}</output>
      <button type="button" className={styles.tool} onClick={save}>
        {words.csv}
      </button>
    </>
  )
}

/** Which week it is, what it comes to, and how much of it was seen at all. */
export function WeekHead({ week, back, now, timeZone }: Props) {
  const { seen } = week
  const to = week.back === 0 ? words.now : formatMoment(seen.to, now, timeZone)
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <h2>{words.back[week.back]}</h2>
        <p className={styles.span}>{words.span(formatMoment(seen.from, now, timeZone), to)}</p>
        <div className={styles.tools}>
          <SaveWeek week={week} timeZone={timeZone} />
          <Paging back={back} />
        </div>
      </div>
      <p className={styles.sentence}>
        {weekSentence(seen)}
        {seen.watched.length > 0 && <span className={styles.quiet}> · {seenOfText(seen)}</span>}
      </p>
    </header>
  )
}
