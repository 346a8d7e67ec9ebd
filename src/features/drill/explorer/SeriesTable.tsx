import { Fragment } from 'react'
import type { FamilyTold, SeriesTold } from '#src/domain/explorer/podFamilies.ts'
import type { SeriesOrder } from '#src/domain/explorer/sortSeries.ts'
import { type FamilyUnit, unitOfFamily } from '#src/domain/explorer/unitOfFamily.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { formatMetric, formatMetricRate } from '#src/domain/wording/formatMetric.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './seriesTable.module.css'
import type { Drawing } from './useDrawing.ts'

type SortProps = {
  readonly by: 'value' | 'rate'
  readonly order: SeriesOrder
  readonly onOrder: (order: SeriesOrder) => void
}

/** The head of a column by which the series are sorted, highest first; pressed again they are as on the page. */
function SortHead({ by, order, onOrder }: SortProps) {
  const isOn = order === by
  return (
    <th scope="col" aria-sort={isOn ? 'descending' : undefined}>
      <button type="button" title={words.sort[by]} onClick={() => onOrder(isOn ? 'page' : by)}>
        {words.column[by]}
        <span aria-hidden="true">{isOn ? ' ↓' : ''}</span>
      </button>
    </th>
  )
}

/** What tells a series from the others of its family: its labels, and its name where that is not the family's. */
function SeriesName({ family, series }: { readonly family: string; readonly series: SeriesTold }) {
  const { name, labels } = series
  const pairs = Object.entries(labels)
  return (
    <>
      {name !== family && <span className={styles.sample}>{name}</span>}
      {pairs.map(([label, value]) => (
        <Fragment key={label}>
          {' '}
          <span className={styles.label}>
            <span className={styles.quiet}>{label}=</span>
            {value === '' ? '""' : value}
          </span>
        </Fragment>
      ))}
      {pairs.length === 0 && name === family && <span className={styles.quiet}>{words.allOfIt}</span>}
    </>
  )
}

type RowProps = {
  readonly family: string
  readonly series: SeriesTold
  readonly unit: FamilyUnit
  readonly drawing: Drawing
}

function SeriesRow({ family, series, unit, drawing }: RowProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { id, name, value, rate } = series
  const isDrawn = drawing.drawn.has(id)
  // How often something was observed is a number, whatever it measured.
  const own = /_(?:bucket|count)$/.test(name) && name !== family ? null : unit
  return (
    <tr>
      <th scope="row">
        <SeriesName family={family} series={series} />
      </th>
      <td title={String(value)}>{formatMetric(own, value, { now, timeZone })}</td>
      <td title={rate === null ? undefined : String(rate)}>
        {rate === null ? words.noRate : formatMetricRate(own, rate)}
      </td>
      <td>
        <button
          type="button"
          className={styles.draw}
          aria-pressed={isDrawn}
          aria-label={words.drawOne(id)}
          onClick={() => void drawing.toggle(id)}
        >
          {isDrawn ? words.drawn : words.draw}
        </button>
      </td>
    </tr>
  )
}

type Props = {
  readonly family: FamilyTold
  readonly series: readonly SeriesTold[]
  readonly order: SeriesOrder
  readonly onOrder: (order: SeriesOrder) => void
  readonly drawing: Drawing
}

/** The series of a family: labels, value in its unit, rise a second, and whether it is drawn as a line. */
export function SeriesTable({ family, series, order, onOrder, drawing }: Props) {
  const unit = unitOfFamily(family)
  return (
    <table className={styles.table}>
      <caption className="unseen">{words.table(family.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.column.series}</th>
          <SortHead by="value" order={order} onOrder={onOrder} />
          <SortHead by="rate" order={order} onOrder={onOrder} />
          <th scope="col">{words.column.line}</th>
        </tr>
      </thead>
      <tbody>
        {keyed(series, ({ id }) => id).map(([key, one]) => (
          <SeriesRow key={key} family={family.name} series={one} unit={unit} drawing={drawing} />
        ))}
      </tbody>
    </table>
  )
}
