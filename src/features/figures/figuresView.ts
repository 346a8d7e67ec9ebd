import { type Priority, PRIORITIES } from '#src/domain/sla/priority.ts'
import type { FiguresRow, TicketFigures, TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import type { MonthPoint } from '#src/ui/charts/monthPoint.ts'

/** Which figures are shown. `project`: null is of those without one, undefined of all. */
export type Chosen = { readonly project: string | null | undefined; readonly priority: Priority | null }

/** As the address says it: a project's name is never blank. */
export const NO_PROJECT = ' '

/** Reads what the address chose; what it does not know is all. */
export function readChosen(project: string, priority: string): Chosen {
  const named = project === NO_PROJECT ? null : project
  return {
    project: project === '' ? undefined : named,
    priority: PRIORITIES.find((each) => String(each) === priority) ?? null,
  }
}

/** All lines of a project, or of all of them. */
const linesOf = ({ rows, byProject }: TicketStatistics, { project }: Chosen): readonly FiguresRow[] =>
  project === undefined ? rows : byProject.filter((row) => row.project === project)

/** The months of the table, all of them first, then the newest; each with all priorities, or the one that was chosen. */
export function tableMonths(
  statistics: TicketStatistics,
  chosen: Chosen,
): readonly { readonly month: string | null; readonly rows: readonly FiguresRow[] }[] {
  const shown = linesOf(statistics, chosen).filter(
    ({ priority }) => chosen.priority === null || priority === chosen.priority,
  )
  const months = [...new Set(shown.map(({ month }) => month))]
  return months.map((month) => ({ month, rows: shown.filter((row) => row.month === month) }))
}

/** The line of all months, of what was chosen; null where no ticket is of it. */
export const wholeOf = (statistics: TicketStatistics, chosen: Chosen): TicketFigures | null =>
  linesOf(statistics, chosen).find(({ month, priority }) => month === null && priority === chosen.priority)
    ?.figures ?? null

/** The month after another one, both as `2026-11`. */
function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}

/** As many months fit side by side. */
const MOST_MONTHS = 24

/** Every month from the first ticket's to the last one's, the newest 24 of them; those without a ticket are gaps. */
function monthsOf(told: readonly string[]): readonly string[] {
  const first = told.at(-1)
  const last = told[0]
  if (first === undefined || last === undefined) return []
  const months: string[] = []
  for (let month = first; month < last; month = nextMonth(month)) months.push(month)
  return [...months, last].slice(-MOST_MONTHS)
}

/** What a chart shows of each month. */
type Read = (figures: TicketFigures) => { readonly value: number | null; readonly n: number }

const NOTHING = { value: null, n: 0 } as const

const ratio = (part: number, of: number): number | null => (of === 0 ? null : part / of)

/** What is drawn, from the first month to the last. */
export const CHART_READS = {
  tta: ({ tta }) => ({ value: tta.median, n: tta.n }),
  trs: ({ trsNet }) => ({ value: trsNet.median, n: trsNet.n }),
  ttaKept: ({ ttaKept: { kept, of } }) => ({ value: ratio(kept, of), n: of }),
  trsKept: ({ trsKept: { kept, of } }) => ({ value: ratio(kept, of), n: of }),
} as const satisfies Readonly<Record<string, Read>>

/** The points of a chart, oldest first: one a month, also of those in which nothing happened. */
export function monthPoints(statistics: TicketStatistics, chosen: Chosen, read: Read): readonly MonthPoint[] {
  const figures = new Map<string, TicketFigures>()
  const told: string[] = []
  for (const row of linesOf(statistics, chosen)) {
    if (row.month === null) continue
    if (told.at(-1) !== row.month) told.push(row.month)
    if (row.priority === chosen.priority) figures.set(row.month, row.figures)
  }
  return monthsOf(told).map((month) => {
    const of = figures.get(month)
    const { value, n } = of === undefined ? NOTHING : read(of)
    return { month, value, n }
  })
}

/** The projects that have figures, by name; null for tickets without one. */
export const projectsOf = ({ byProject }: TicketStatistics): readonly (string | null)[] => [
  ...new Set(byProject.map(({ project }) => project)),
]
