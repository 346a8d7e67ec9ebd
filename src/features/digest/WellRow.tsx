import { memo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { OpenPanel } from './OpenPanel.tsx'
import { RowAge } from './RowAge.tsx'
import { Ribbon } from './Ribbon.tsx'
import { RowName } from './RowName.tsx'
import { RowSpark } from './RowSpark.tsx'
import styles from './wellRow.module.css'

function Facts({ row }: { readonly row: ServiceRow }) {
  const { light, lastKnown, version, pods } = row
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (lastKnown !== null) {
    const { wasLight } = screenTexts
    return (
      <span>{wasLight(screenTexts.light[lastKnown.light], formatMoment(lastKnown.at, now, timeZone))}</span>
    )
  }
  if (light === 'unknown') return <span>{screenTexts.firstAnswer}</span>
  return (
    <>
      <Ribbon row={row} />
      {version !== null && <span className={styles.version}>{version}</span>}
      {pods.length > 1 && <span>{screenTexts.pods(pods.length)}</span>}
    </>
  )
}

type Props = { readonly name: string; readonly open: boolean }

/** A service with nothing to say, in one short line: there to be found, not to be read. */
export const WellRow = memo(function WellRow({ name, open }: Props) {
  const row = useRow(name)
  if (row === undefined) return null
  return (
    <li className={styles.item} data-item={name}>
      <article className={styles.row} aria-label={name} data-light={row.light}>
        <span className={styles.light}>
          <StatusLight light={row.light} silent />
          {row.light === 'green' && <span aria-hidden="true">{screenTexts.light.green}</span>}
        </span>
        <div className={styles.label}>
          <RowName name={name} light={row.light} open={open} />
          <span className={styles.facts}>
            <Facts row={row} />
          </span>
        </div>
        <RowSpark service={name} light={row.light} spark={row.spark} />
        <span className={styles.age}>
          <RowAge observedAt={row.observedAt} />
        </span>
      </article>
      {open && <OpenPanel row={row} withReasons />}
    </li>
  )
})
