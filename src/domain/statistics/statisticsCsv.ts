import { englishCsv } from '#src/domain/wording/englishCsv.ts'
import { csvMinutes } from './csvMinutes.ts'
import { csvMoment } from './csvMoment.ts'
import { type CsvCell, csvText } from './csvText.ts'
import type { Compliance, FiguresRow, Spread, TicketFigures, TicketStatistics } from './ticketStatistics.ts'

const { figures: names, all, noProject, priority: priorityName } = englishCsv

type Column = readonly [name: string, value: (figures: TicketFigures) => CsvCell]

const spread = (clock: string, of: (figures: TicketFigures) => Spread): readonly Column[] => [
  [names.n(clock), (figures) => of(figures).n],
  [names.median(clock), (figures) => csvMinutes(of(figures).median)],
  [names.mean(clock), (figures) => csvMinutes(of(figures).mean)],
  [names.p90(clock), (figures) => csvMinutes(of(figures).p90)],
  [names.p95(clock), (figures) => csvMinutes(of(figures).p95)],
  [names.longest(clock), (figures) => csvMinutes(of(figures).longest)],
]

const compliance = (clock: string, of: (figures: TicketFigures) => Compliance): readonly Column[] => [
  [names.kept(clock), (figures) => of(figures).kept],
  [names.judged(clock), (figures) => of(figures).of],
  [names.raised(clock), (figures) => of(figures).byRequalification],
]

const COLUMNS: readonly Column[] = [
  [names.tickets, ({ n }) => n],
  ...spread(names.tta, ({ tta }) => tta),
  ...compliance(names.tta, ({ ttaKept }) => ttaKept),
  ...spread(names.trsNet, ({ trsNet }) => trsNet),
  ...compliance(names.trsNet, ({ trsKept }) => trsKept),
  ...spread(names.trsGross, ({ trsGross }) => trsGross),
  [names.never, ({ neverAcknowledged }) => neverAcknowledged],
  [names.restored, ({ reopened }) => reopened.of],
  [names.cameBack, ({ reopened }) => reopened.n],
  [names.byTime, ({ breaches }) => breaches.byTime],
  [names.byRequalification, ({ breaches }) => breaches.byRequalification],
  [names.open, ({ open }) => open.n],
  [names.oldest, ({ open }) => csvMoment(open.oldest)],
  [names.openBreached, ({ open }) => open.breached],
]

const cells =
  (projectOf: (row: FiguresRow) => string) =>
  (row: FiguresRow): readonly CsvCell[] => [
    projectOf(row),
    row.month ?? all,
    row.priority === null ? all : priorityName(row.priority),
    ...COLUMNS.map(([, value]) => value(row.figures)),
  ]

/**
 * The team's figures as CSV: a line for each project, month and priority and for all of each, durations in minutes as the
 * clocks of the tickets count them. What too few tickets say is empty.
 */
export const statisticsCsv = ({ rows, byProject }: TicketStatistics): string =>
  csvText(
    [names.project, names.month, names.priority, ...COLUMNS.map(([name]) => name)],
    [...rows.map(cells(() => all)), ...byProject.map(cells(({ project }) => project ?? noProject))],
  )
