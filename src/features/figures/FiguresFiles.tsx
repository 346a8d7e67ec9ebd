import { useState } from 'react'
import { statisticsCsv } from '#src/domain/statistics/statisticsCsv.ts'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { englishFigures } from '#src/domain/wording/englishFigures.ts'
import { useScreen } from '#src/state/screen.ts'
import { saveFile } from '#src/ui/saveFile.ts'
import styles from './figures.module.css'

const words = englishFigures.csv

/** Spreadsheets take a text for UTF-8 only where it begins with this (Unicode 16, 23.8, byte order mark). */
const BYTE_ORDER_MARK = '\uFEFF'

function save(csv: string, name: string): string {
  saveFile(new TextEncoder().encode(`${BYTE_ORDER_MARK}${csv}`), name)
  return words.saved(name)
}

/** Takes the figures, or all tickets, along as a table. */
export function FiguresFiles({ statistics }: { readonly statistics: TicketStatistics }) {
  const { desk, timeZone, ticker } = useScreen()
  const [told, setTold] = useState('')
  const today = (): string => printWallTime(ticker.now(), timeZone).slice(0, '2026-11-21'.length)
  const saveTickets = async (): Promise<void> => {
    const csv = await desk.ticketsCsv()
    setTold(csv === null ? words.failed : save(csv, words.ticketsFile(today())))
  }
  return (
    <div className={styles.files}>
      <output>{told}</output>
      <button
        type="button"
        className={styles.tool}
        onClick={() => setTold(save(statisticsCsv(statistics), words.figuresFile(today())))}
      >
        {words.figures}
      </button>
      <button type="button" className={styles.tool} onClick={() => void saveTickets()}>
        {words.tickets}
      </button>
    </div>
  )
}
