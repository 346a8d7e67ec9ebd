import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishAdds as words } from '#src/domain/wording/englishAdds.ts'
import { keyed } from './keyed.ts'
import styles from './WhatItAdds.module.css'

/** More than these of one sort are counted only. */
const NAMED = 12

type PartProps = { readonly heading: string; readonly lines: readonly string[] }

function Part({ heading, lines }: PartProps) {
  if (lines.length === 0) return null
  const more = lines.length - NAMED
  return (
    <li>
      <b>{heading}</b>
      <ul>
        {keyed(lines.slice(0, NAMED), (line) => line).map(([key, line]) => (
          <li key={key}>{line}</li>
        ))}
        {more > 0 && <li>{words.andMore(more)}</li>}
      </ul>
    </li>
  )
}

type Props = {
  readonly preview: ImportPreview
  /** Puts a day and its time into words. */
  readonly moment: (at: EpochMs) => string
}

/** What a file would add to what is here: tickets, more of tickets that are here, sign-offs, watches. */
export function WhatItAdds({ preview, moment }: Props) {
  const { events, known, newTickets, moreOf, signOffs, watches } = preview
  return (
    <section className={styles.adds} aria-label={words.adds}>
      <p className={styles.head}>{words.adds}</p>
      {events === known ? (
        <p>{words.nothingNew}</p>
      ) : (
        <ul>
          <Part
            heading={words.newTickets(newTickets.length)}
            lines={newTickets.map(({ code, title }) => `${code} ${title}`)}
          />
          <Part
            heading={words.moreOf(moreOf.length)}
            lines={moreOf.map(({ code, title, events: n }) => `${code} ${title}: ${words.events(n)}`)}
          />
          <Part
            heading={words.signOffs(signOffs.length)}
            lines={signOffs.map(({ by, at }) => `${by}, ${moment(at)}`)}
          />
          <Part
            heading={words.watches(watches.length)}
            lines={watches.map(({ title, by }) => `${title}, ${by}`)}
          />
        </ul>
      )}
      {known > 0 && <p className={styles.quiet}>{words.known(known)}</p>}
    </section>
  )
}
