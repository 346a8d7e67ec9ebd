import { csvMinutes } from '#src/domain/statistics/csvMinutes.ts'
import { csvMoment } from '#src/domain/statistics/csvMoment.ts'
import { type CsvCell, csvText } from '#src/domain/statistics/csvText.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import type { CheckReport, Happening } from './checkReport.ts'
import { plainLine } from './plainLine.ts'

const { csv: names, light: lights } = reportTexts

type Column = readonly [name: string, value: (happening: Happening) => CsvCell]

const textCell = (text: string | null): CsvCell => (text === null ? null : plainLine(text))

const COLUMNS: readonly Column[] = [
  [names.kind, ({ kind }) => names.of[kind]],
  [names.service, ({ service }) => textCell(service)],
  [names.light, ({ light }) => (light === null ? null : lights[light])],
  [names.from, ({ from }) => csvMoment(from)],
  [names.to, ({ to }) => csvMoment(to)],
  [names.minutes, ({ lasted }) => csvMinutes(lasted)],
  [names.red, ({ red }) => csvMinutes(red)],
  [names.atLeast, ({ atLeast }) => (atLeast ? names.yes : null)],
  [names.what, ({ what }) => textCell(what)],
  [names.ticket, ({ ticket }) => textCell(ticket?.code ?? null)],
  [names.priority, ({ ticket }) => ticket?.priority ?? null],
  [names.tta, ({ ticket }) => csvMinutes(ticket?.tta ?? null)],
  [names.trs, ({ ticket }) => csvMinutes(ticket?.trs ?? null)],
  [names.breaches, ({ ticket }) => ticket?.breaches ?? null],
]

/**
 * What happened in the time of a report as CSV, oldest first: a line each for gaps, times of trouble, times unseen, deploys,
 * restarts and tickets. Moments are in UTC, durations in minutes; `at least` marks those of which a part was not seen. What
 * a service says becomes no formula.
 */
export const nightCsv = ({ happenings }: CheckReport): string =>
  csvText(
    COLUMNS.map(([name]) => name),
    happenings.map((happening) => COLUMNS.map(([, value]) => value(happening))),
  )
