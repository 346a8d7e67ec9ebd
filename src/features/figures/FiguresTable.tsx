import type { ReactNode } from 'react'
import type {
  Compliance,
  FiguresRow,
  Spread,
  TicketFigures,
  TicketStatistics,
} from '#src/domain/statistics/ticketStatistics.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishFigures as words } from '#src/domain/wording/englishFigures.ts'
import { shareWords } from '#src/domain/wording/figuresSentence.ts'
import { formatAge } from '#src/domain/wording/formatDuration.ts'
import { formatHours } from '#src/domain/wording/formatHours.ts'
import { formatMonthTick } from '#src/domain/wording/formatMonth.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './figuresTable.module.css'
import { type Chosen, tableMonths } from './figuresView.ts'

const { column, group } = words

/** What too few say is a dash, so that nobody takes it for nothing. */
const time = (duration: number | null): string => (duration === null ? words.few : formatHours(duration))

function Times({ spread: { n, median, p90, p95 } }: { readonly spread: Spread }) {
  return (
    <>
      <td data-begins="">{n}</td>
      <td data-first="">{time(median)}</td>
      <td>{time(p90)}</td>
      <td>{time(p95)}</td>
    </>
  )
}

const keptWords = ({ kept, of }: Compliance): string => shareWords(kept, of)

/** A count that is quiet while it is zero. */
function Count({ n }: { readonly n: number }) {
  return <td className={n === 0 ? styles.none : undefined}>{n}</td>
}

function Open({ open }: Pick<TicketFigures, 'open'>) {
  const now = useNow(minutes(1))
  const { n, oldest } = open
  if (oldest === null) return <td className={styles.none}>{words.none}</td>
  const { value, unit } = formatAge(now - oldest)
  return <td>{words.openOldest(n, `${value} ${unit}`)}</td>
}

function Line({ row, month }: { readonly row: FiguresRow; readonly month: ReactNode }) {
  const { priority, figures } = row
  const { n, tta, ttaKept, trsNet, trsGross, trsKept, neverAcknowledged, reopened, open } = figures
  return (
    <tr data-all={priority === null || undefined}>
      {month}
      <th scope="row">{priority === null ? words.allPriorities : words.priorityOf(priority)}</th>
      <td>{n}</td>
      <Times spread={tta} />
      <td>{keptWords(ttaKept)}</td>
      <Count n={neverAcknowledged} />
      <Times spread={trsNet} />
      <td>{keptWords(trsKept)}</td>
      <td>{time(trsGross.median)}</td>
      <td data-begins="">{shareWords(reopened.n, reopened.of)}</td>
      <Count n={ttaKept.byRequalification + trsKept.byRequalification} />
      <Open open={open} />
      <Count n={open.breached} />
    </tr>
  )
}

function Heads() {
  const times = [column.of, column.median, column.p90, column.p95, column.kept]
  const heads = [
    [group.tta, [...times, column.never]],
    [group.trs, [...times, column.gross]],
    [group.beside, [column.reopened, column.raised, column.open, column.late]],
  ] as const
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} data-names="">
          {words.month}
        </th>
        <th scope="col" rowSpan={2} data-names="">
          {words.priority}
        </th>
        <th scope="col" rowSpan={2}>
          {column.tickets}
        </th>
        {heads.map(([name, columns]) => (
          <th key={name} scope="colgroup" colSpan={columns.length} data-begins="">
            {name}
          </th>
        ))}
      </tr>
      <tr>
        {heads.flatMap(([name, columns]) =>
          columns.map((each, i) => (
            <th key={`${name} ${each}`} scope="col" data-begins={i === 0 ? '' : undefined}>
              {each}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

type Props = { readonly statistics: TicketStatistics; readonly chosen: Chosen }

/** TTA and TRS by month and priority: what the pictures show, and all that they do not. */
export function FiguresTable({ statistics, chosen }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={words.table} tabIndex={0}>
      <table className={styles.table}>
        <caption className="unseen">{words.table}</caption>
        <Heads />
        {tableMonths(statistics, chosen).map(({ month, rows }) => (
          <tbody key={month ?? ''}>
            {rows.map((row, i) => (
              <Line
                key={row.priority ?? 0}
                row={row}
                month={
                  i === 0 && (
                    <th scope="rowgroup" rowSpan={rows.length}>
                      {month === null ? words.allMonths : formatMonthTick(month, true)}
                    </th>
                  )
                }
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
