import { useLayoutEffect, useMemo, useRef } from 'react'
import { queueOf } from '#src/domain/ticket/queueOf.ts'
import { clockLead } from '#src/domain/wording/clockWords.ts'
import rowStyles from '#src/features/board/ticketRow.module.css'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { PlainRow } from './plainRow.tsx'

/** The whole list sorted and drawn again each second. */
export function NaiveBoard() {
  const { timeZone } = useScreen()
  const rows = useBoard((state) => state.rows)
  const now = useNow()
  return (
    <main>
      {queueOf([...rows.values()], now).map(({ group, rows: its }) => (
        <ul key={group}>
          {its.map((row) => (
            <PlainRow key={row.id} row={row} now={now} timeZone={timeZone} />
          ))}
        </ul>
      ))}
    </main>
  )
}

/** Drawn once for each state of the rows; then a loop writes the texts of all clocks, and nothing else is done. */
export function BareBoard() {
  const { timeZone, ticker } = useScreen()
  const rows = useBoard((state) => state.rows)
  const list = useRef<HTMLUListElement>(null)
  const sorted = useMemo(
    () => queueOf([...rows.values()], ticker.now()).flatMap((group) => group.rows),
    [rows, ticker],
  )
  useLayoutEffect(() => {
    const faces = sorted.flatMap(({ tta, trs }) => [tta, trs])
    const places = [...(list.current?.querySelectorAll('[data-clock]') ?? [])]
    const clocks = places.flatMap(({ firstChild }, i) => {
      const face = faces[i]
      return face !== undefined && firstChild instanceof Text ? [{ face, text: firstChild }] : []
    })
    return ticker.subscribe(() => {
      for (const { face, text } of clocks) text.data = clockLead(face, ticker.now(), timeZone)
    })
  }, [sorted, ticker, timeZone])
  return (
    <main>
      <ul ref={list} className={rowStyles.many}>
        {sorted.map((row) => (
          <PlainRow key={row.id} row={row} now={ticker.now()} timeZone={timeZone} />
        ))}
      </ul>
    </main>
  )
}
