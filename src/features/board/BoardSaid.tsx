import { useEffect, useState } from 'react'
import { boardWorsening } from '#src/domain/ticket/boardWorsening.ts'
import { boardSaid } from '#src/domain/wording/englishBoardSaid.ts'
import { useScreen } from '#src/state/screen.ts'

/** Says politely what got worse on the board, and nothing else: not every change, not what somebody took. */
export function BoardSaid() {
  const { board } = useScreen()
  const [said, setSaid] = useState({ text: '', times: 0 })
  useEffect(
    () =>
      board.subscribe(({ rows, desk }, before) => {
        // The first whole board is no news.
        if (desk === null || before.desk === null || rows === before.rows) return
        const text = boardSaid(boardWorsening(before.rows, rows))
        if (text !== '') setSaid(({ times }) => ({ text, times: times + 1 }))
      }),
    [board],
  )
  return (
    <p className="unseen" aria-live="polite">
      {/* Anew each time: the same words twice are heard twice. */}
      <span key={said.times}>{said.text}</span>
    </p>
  )
}
