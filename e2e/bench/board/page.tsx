import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '#src/ui/base.css'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { seconds } from '#src/domain/time/units.ts'
import { BoardScreen } from '#src/features/board/BoardScreen.tsx'
import { receiveBoard } from '#src/state/boardStore.ts'
import { ScreenContext } from '#src/state/screen.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { createTicker } from '#src/state/ticker.ts'
import { painted, timed, type Took } from '#e2e/bench/timedPaint.ts'
import { type Kind, OPEN, TICK_MARK } from './boardBench.ts'
import { BareBoard, NaiveBoard } from './contenders.tsx'
import { openRow, openRows } from './openRows.ts'

// What is measured: the board with five hundred open tickets, fed as the worker feeds it. Its clock goes by hand.

let ticks = 0
const ticker = createTicker({ now: () => NOW + seconds(ticks), every: () => () => {} }, seconds(1))
const screen = testScreen({ ticker })
const desk = sampleDesk()

const SCREENS: Readonly<Record<Kind, ReactNode>> = {
  own: <BoardScreen />,
  naive: <NaiveBoard />,
  bare: <BareBoard />,
}

const tell = (rows: readonly TicketRow[], full = false): void =>
  receiveBoard(screen.board, { kind: 'board', full, rows, gone: [], desk })

/** Draws the board. */
function mount(kind: Kind): Promise<Took> {
  const element = document.getElementById('root')
  tell(openRows(OPEN), true)
  return timed(() => {
    if (element === null) return
    createRoot(element).render(<ScreenContext value={screen}>{SCREENS[kind]}</ScreenContext>)
  })
}

/** Until all rows are there: the first ones are painted before the others are drawn. */
async function whole(): Promise<void> {
  while (document.querySelectorAll('[data-ticket]').length < OPEN) await painted()
}

let changes = 0

/** Another title for one ticket in the middle. */
function change(): Promise<Took> {
  changes += 1
  const row = { ...openRow(OPEN >> 1), title: `changed ${changes} times` }
  return timed(() => tell([row]))
}

/** One ticket goes from its place far below to the first, or back. */
function move(): Promise<Took> {
  changes += 1
  const priority = changes % 2 === 1 ? 1 : 5
  return timed(() => tell([{ ...openRow(4), priority }]))
}

/** The whole board comes anew, all clocks and the whole order are others. */
function shuffle(): Promise<Took> {
  changes += 1
  const rows = openRows(OPEN, changes)
  return timed(() => tell(rows, true))
}

/** One press of a key, where the keyboard stands. */
const press = (key: string): Promise<Took> =>
  timed(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  })

/** The clock goes on by so many seconds, one each `pause` milliseconds. */
function tick(times: number, pause: number): Promise<void> {
  return new Promise((resolve) => {
    let left = times
    const timer = setInterval(() => {
      performance.mark(TICK_MARK)
      ticks += 1
      ticker.tick()
      left -= 1
      if (left > 0) return
      clearInterval(timer)
      setTimeout(resolve, pause)
    }, pause)
  })
}

const elements = (): number => document.getElementsByTagName('*').length

Object.assign(globalThis, { boardBench: { mount, whole, change, move, shuffle, press, tick, elements } })
