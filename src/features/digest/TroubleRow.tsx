import { memo, useState } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import { PodStrip } from '#src/ui/PodStrip.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { OpenPanel } from './OpenPanel.tsx'
import { podsLabel } from './podsLabel.ts'
import { ReasonCell } from './ReasonCell.tsx'
import { LateAge } from './RowAge.tsx'
import { Ribbon } from './Ribbon.tsx'
import { RowName } from './RowName.tsx'
import { RowSpark } from './RowSpark.tsx'
import { telltale } from './telltale.ts'
import styles from './troubleRow.module.css'
import { openAtPod } from './viewParams.ts'

/** A red that came within this time is new: it calls when its row appears, and never again. */
const NEW_FOR = seconds(8)
/** Three short lines of pods; the others are counted. */
const MOST_PODS = 20

function Meta({ row }: { readonly row: ServiceRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { light, lastKnown, version, tier, team, cascade } = row
  const was = lastKnown === null || lastKnown.light === 'unknown' ? null : lastKnown
  const word =
    was === null
      ? screenTexts.light[light]
      : screenTexts.wasLight(screenTexts.light[was.light], formatMoment(was.at, now, timeZone))
  return (
    <p className={styles.meta}>
      <b>{word}</b>
      {cascade !== undefined && cascade.affected.length > 0 && (
        <span className={styles.root}>{screenTexts.suspectedRoot}</span>
      )}
      <Ribbon row={row} />
      {version !== null && <span className={styles.version}>{version}</span>}
      {tier !== null && <span className={styles.tier}>{screenTexts.tier(tier)}</span>}
      {team !== null && <span className={styles.team}>{team}</span>}
    </p>
  )
}

type Props = { readonly name: string; readonly open: boolean }

/**
 * A service that is not well: its light, name, reasons and pods on the grid of the page; the line that its reason
 * is about, and its age where that is of interest.
 */
export const TroubleRow = memo(function TroubleRow({ name, open }: Props) {
  const row = useRow(name)
  const { ticker } = useScreen()
  const [appearedAt] = useState(() => ticker.now())
  if (row === undefined) return null
  return (
    <li className={styles.item} data-item={name}>
      <article className={styles.row} aria-label={name} data-light={row.light}>
        <span className={styles.light}>
          <StatusLight light={row.light} calls={row.light === 'red' && appearedAt - row.since < NEW_FOR} />
        </span>
        <div className={styles.who}>
          <RowName name={name} light={row.light} open={open} />
          <Meta row={row} />
        </div>
        <div className={styles.why}>
          <ReasonCell row={row} open={open} />
        </div>
        <div className={styles.pods}>
          <PodStrip
            pods={row.pods}
            label={podsLabel(row.pods)}
            atMost={MOST_PODS}
            onPick={(pod) => openAtPod(name, pod)}
          />
        </div>
        <div className={styles.spark}>
          <RowSpark service={name} light={row.light} spark={telltale(row)} labelled />
        </div>
        <span className={styles.age}>
          <LateAge observedAt={row.observedAt} />
        </span>
      </article>
      {open && <OpenPanel row={row} />}
    </li>
  )
})
