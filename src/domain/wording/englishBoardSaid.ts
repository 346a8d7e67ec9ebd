import type { ClockName } from '#src/domain/sla/clockFace.ts'
import type { BoardWorsening } from '#src/domain/ticket/boardWorsening.ts'

const CLOCK: Readonly<Record<ClockName, string>> = { tta: 'TTA', trs: 'TRS' }

/** So many are told one by one; of more only how many, and the gravest. */
const FEW = 3

type Said = { readonly code: string; readonly title: string; readonly priority: number }

const opened = ({ code, title, priority }: Said): string => `New P${priority}: ${code}, ${title}.`

function openedText(rows: readonly Said[]): readonly string[] {
  const [first] = rows
  if (first === undefined || rows.length <= FEW) return rows.map(opened)
  return [`${rows.length} new tickets, the gravest a P${first.priority}: ${first.code}, ${first.title}.`]
}

/** What got worse on the board, in sentences for who hears it; the empty text where nothing did. */
export function boardSaid({ opened, raised, breached }: BoardWorsening): string {
  const raisedText = raised.map(({ code, priority }) => `${code} is a P${priority} now.`)
  const breachedText = breached.map(({ row, clock }) => `${CLOCK[clock]} of ${row.code} is breached.`)
  const late = breachedText.length > FEW ? [`${breachedText.length} clocks are breached.`] : breachedText
  return [...openedText(opened), ...raisedText.slice(0, FEW), ...late].join(' ')
}
