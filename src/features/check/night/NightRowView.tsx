import { memo, type MouseEvent } from 'react'
import type { Night } from '#src/domain/night/night.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { serviceAt, ticketHref } from '#src/features/check/checkAddress.ts'
import { NightMarks } from './NightMarks.tsx'
import { momentAt, type NightRow } from './nightRows.ts'
import { nightRowWords } from './nightRowWords.ts'
import styles from './nightTimeline.module.css'

type Props = {
  readonly row: NightRow
  readonly night: Night
  readonly isHere: boolean
  /** Of its line, in CSS pixels; 0 before it is known. */
  readonly width: number
  readonly reader: Reader
}

/** Where the row leads: the service at its gravest moment, or the page of a ticket of no service. */
function wayOf({ item, trouble }: NightRow): string {
  if (item.service !== null) return serviceAt(item.service, trouble)
  return ticketHref(item.tickets[0]?.row.code ?? '')
}

/** A click on the line leads to the moment that was clicked; the keyboard, and a click for another tab, to the row's own. */
function followClick(event: MouseEvent<HTMLAnchorElement>, { item }: NightRow, night: Night): void {
  const track = event.currentTarget.querySelector('[data-track]')?.getBoundingClientRect()
  const isPlain = event.detail > 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (item.service === null || track === undefined || !isPlain) return
  if (event.clientX < track.left || event.clientX > track.right) return
  event.preventDefault()
  location.hash = serviceAt(item.service, momentAt((event.clientX - track.left) / track.width, night))
}

/** One matter over the night: what was seen of it, and what happened to it. */
export const NightRowView = memo(function NightRowView({ row, night, isHere, width, reader }: Props) {
  const { item, bands, marks } = row
  const says = nightRowWords(row, reader)
  return (
    <li className={styles.row} data-here={isHere || undefined}>
      <a href={wayOf(row)} title={says} onClick={(event) => followClick(event, row, night)}>
        <span className={styles.name}>
          {item.light !== null && <StatusLight light={item.light} size={12} silent />}
          <span>{item.title}</span>
        </span>
        <span className={styles.track} data-track="" aria-hidden="true">
          {bands.map(({ light, at, width }) => (
            <i
              key={`${light} ${at}`}
              className={styles.band}
              data-light={light}
              style={{ left: `${at * 100}%`, width: `${width * 100}%` }}
            />
          ))}
          <NightMarks marks={marks} width={width} reader={reader} />
        </span>
        <span className="unseen">{says}</span>
      </a>
    </li>
  )
})
