import { useState } from 'react'
import type { FamilyTold, SeriesTold } from '#src/domain/explorer/podFamilies.ts'
import { type SeriesOrder, sortSeries } from '#src/domain/explorer/sortSeries.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { SeriesTable } from './SeriesTable.tsx'
import styles from './explorer.module.css'
import { UseAsSignal } from './UseAsSignal.tsx'
import type { Drawing } from './useDrawing.ts'

/** So many series are drawn at first: a screen full. */
const AT_ONCE = 40

type Props = {
  readonly service: string
  readonly family: FamilyTold
  readonly series: readonly SeriesTold[]
  readonly drawing: Drawing
}

function Notes({ family, fitting }: { readonly family: FamilyTold; readonly fitting: number }) {
  const { help, unit, series, seriesCount } = family
  return (
    <div className={styles.notes}>
      <p>
        {help === null || help === '' ? words.noHelp : help}{' '}
        {unit !== null && unit !== '' && words.unit(unit)}
      </p>
      {seriesCount > series.length && <p>{words.shownOf(series.length, seriesCount)}</p>}
      {fitting < series.length && <p>{words.matching(fitting, series.length)}</p>}
    </div>
  )
}

/** All that the page says of a family: its help, its series with their values, and the way to make a signal of it. */
export function FamilyPanel({ service, family, series, drawing }: Props) {
  const [order, setOrder] = useState<SeriesOrder>('page')
  const [places, setPlaces] = useState(AT_ONCE)
  const sorted = sortSeries(series, order)
  const left = sorted.length - places
  return (
    <div className={styles.panel}>
      <Notes family={family} fitting={series.length} />
      {series.length > 0 && (
        <SeriesTable
          family={family}
          series={sorted.slice(0, places)}
          order={order}
          onOrder={setOrder}
          drawing={drawing}
        />
      )}
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setPlaces(sorted.length)}>
          {words.showMore(left)}
        </button>
      )}
      <UseAsSignal service={service} family={family} />
    </div>
  )
}
