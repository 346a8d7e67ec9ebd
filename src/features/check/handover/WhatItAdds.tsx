import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import type { Preview } from '#src/state/checkActions.ts'
import { useScreen } from '#src/state/screen.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './handover.module.css'

const { handover: words } = englishCheckPapers

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

/** What a handover would add to what is here: tickets, more of tickets that are here, sign-offs, watches. */
export function WhatItAdds({ preview }: { readonly preview: Preview }) {
  const { ticker, timeZone } = useScreen()
  const { events, known, newTickets, moreOf, signOffs, watches } = preview
  const moment = (at: number): string => checkMoment(at, { now: ticker.now(), timeZone })
  return (
    <div className={styles.adds}>
      <h4>{words.adds}</h4>
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
    </div>
  )
}
