import { useMemo, useState } from 'react'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { WeekTickets } from '#src/domain/week/week.ts'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { excludedWords } from '#src/domain/wording/figuresSentence.ts'
import { weekFigures } from '#src/domain/wording/weekWords.ts'
import { useParam } from '#src/state/hashRoute.ts'
import { type KnownWeek, MOST_BACK, useWeek } from '#src/state/queries/useWeek.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import styles from './week.module.css'
import { WeekCoverage } from './WeekCoverage.tsx'
import { WeekDrifts } from './WeekDrifts.tsx'
import { WeekHead } from './WeekHead.tsx'
import { weekRows } from './weekRows.ts'
import { WeekTable } from './WeekTable.tsx'
import { WeekWell } from './WeekWell.tsx'

/** A watch that told nothing for this long will not by itself. */
const PATIENCE = seconds(10)

/** How many weeks ago: the address may say anything. */
function readBack(text: string): number {
  const back = Number(text)
  return Number.isInteger(back) && back >= 0 && back <= MOST_BACK ? back : 0
}

function Waiting({ told }: { readonly told: null | undefined }) {
  const { ticker } = useScreen()
  const [since] = useState(() => ticker.now())
  const isLong = useOfNow((now) => now - since >= PATIENCE)
  const isLost = told === null || isLong
  return (
    <section className={styles.week} aria-label={words.title}>
      <output className={styles.sentence}>{isLost ? words.noWatch : words.loading}</output>
      {!isLost && <Skeleton rows={6} />}
    </section>
  )
}

function Figures({ week: { seen, tickets } }: { readonly week: KnownWeek }) {
  return (
    <dl className={styles.figures}>
      {weekFigures(seen, tickets).map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.note}>{note}</dd>
        </div>
      ))}
    </dl>
  )
}

function Notes({ tickets }: { readonly tickets: WeekTickets | null }) {
  const left = tickets === null ? '' : excludedWords(tickets.excluded)
  return (
    <section className={styles.notes} aria-label={words.notesTitle}>
      <h3>{words.notesTitle}</h3>
      {words.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {left !== '' && <p>{left}</p>}
    </section>
  )
}

type Props = { readonly timeZone: string; readonly now: EpochMs }

function Week({ week, back, now, timeZone }: Props & { readonly week: KnownWeek; readonly back: number }) {
  const { seen, tickets } = week
  const { told, well, wellSeen } = useMemo(() => weekRows(seen), [seen])
  const isUnseen = seen.watched.length === 0
  return (
    <section className={styles.week} aria-label={words.title} aria-busy={week.back !== back}>
      <WeekHead week={week} back={back} now={now} timeZone={timeZone} />
      <WeekCoverage week={seen} timeZone={timeZone} />
      <Figures week={week} />
      {isUnseen ? (
        <p className={styles.empty}>{words.nothingHint}</p>
      ) : (
        <>
          {told.length > 0 && <WeekTable rows={told} />}
          <WeekWell well={well} wellSeen={wellSeen} />
          <WeekDrifts drifts={seen.drifts} now={now} timeZone={timeZone} />
        </>
      )}
      <Notes tickets={tickets} />
    </section>
  )
}

/**
 * The numbers of a week as a view inside the check: the last seven days, or those before as the address says by `week`.
 * `now`: rounded down to the minute, so that nothing is drawn anew each second.
 */
export function WeekView({ timeZone, now }: Props) {
  const back = readBack(useParam('week'))
  const week = useWeek(back)
  if (week === null || week === undefined) return <Waiting told={week} />
  return <Week week={week} back={back} now={now} timeZone={timeZone} />
}
