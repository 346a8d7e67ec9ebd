import { useMemo } from 'react'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { englishFigures as words } from '#src/domain/wording/englishFigures.ts'
import { excludedWords } from '#src/domain/wording/figuresSentence.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useParam } from '#src/state/hashRoute.ts'
import { useScreen } from '#src/state/screen.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { walkKeys } from '#src/state/walkKeys.ts'
import { useNow, useOfNow } from '#src/state/useNow.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { FiguresCharts } from './FiguresCharts.tsx'
import { FiguresHead } from './FiguresHead.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import styles from './figures.module.css'
import { readChosen } from './figuresView.ts'
import { useFigures } from './useFigures.ts'

/** A watch that told nothing for this long will not by itself. */
const PATIENCE = seconds(10)

/** Nothing is counted yet, or nothing can be. */
function Waiting({ told }: { readonly told: null | undefined }) {
  const { openedAt } = useScreen()
  const isLong = useOfNow((now) => now - openedAt >= PATIENCE)
  const isLost = told === null || isLong
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.way}>
          <a href={hashTo('/board')}>{words.board}</a>
        </p>
        <h1>{words.title}</h1>
        <output className={styles.sentence}>{isLost ? words.noWatch : words.loading}</output>
      </header>
      <main>{!isLost && <Skeleton rows={6} />}</main>
    </div>
  )
}

function Notes({ statistics }: { readonly statistics: TicketStatistics }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { asOf, excluded, timeZone: zone } = statistics
  const left = excludedWords(excluded)
  return (
    <section className={styles.notes} aria-label={words.notesTitle}>
      <h2>{words.notesTitle}</h2>
      <p>
        {words.asOf(formatMoment(asOf, now, timeZone), zone)} {left}
      </p>
      {words.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  )
}

function Figures({ statistics }: { readonly statistics: TicketStatistics }) {
  const project = useParam('project')
  const priority = useParam('priority')
  const chosen = useMemo(() => readChosen(project, priority), [project, priority])
  return (
    <div className={styles.page}>
      <FiguresHead statistics={statistics} chosen={chosen} />
      <main>
        {statistics.rows.length > 0 && (
          <>
            <FiguresCharts statistics={statistics} chosen={chosen} />
            <FiguresTable statistics={statistics} chosen={chosen} />
          </>
        )}
        <Notes statistics={statistics} />
      </main>
    </div>
  )
}

const KEYS = walkKeys(':is(header, main) :is(a, button, summary)', '/board')

/** TTA and TRS of the team: by month and priority, of all projects or one. */
export function FiguresScreen() {
  const told = useFigures()
  usePageKeys(KEYS)
  return told === null || told === undefined ? <Waiting told={told} /> : <Figures statistics={told} />
}
