import type { WeekService } from '#src/domain/week/week.ts'
import { weekTotals } from '#src/domain/week/weekTotals.ts'
import { lasting } from '#src/domain/wording/checkTimeWords.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import {
  availableText,
  deploysText,
  driftsText,
  seenOfText,
  ticketsText,
  weekSentence,
} from '#src/domain/wording/weekWords.ts'
import type { ReportRow, ReportSection } from './checkReport.ts'
import { reportRow, reportSection, serviceLink } from './reportRow.ts'
import type { ReportExtra } from './reportSource.ts'

const { week: words } = reportTexts

/** Whether there is more to say of a service's week than that it was seen. */
const isEventful = ({ redFor, redSpells, deploys, unseenDeploys }: WeekService): boolean =>
  redFor > 0 || redSpells + deploys + unseenDeploys > 0

function serviceRow(service: WeekService): ReportRow {
  const { name, seenFor, available, redSpells, deploys, failedDeploys, unseenDeploys } = service
  const parts = [
    available === null ? null : words.available(availableText(service), lasting(seenFor)),
    redSpells === 0 ? null : words.redSpells(redSpells),
    deploys === 0 ? null : words.deploys(deploys, failedDeploys),
    unseenDeploys === 0 ? null : words.unseenDeploys(unseenDeploys),
  ]
  return reportRow({
    name,
    lines: [parts.filter((part) => part !== null).join(', ')],
    link: serviceLink(name),
  })
}

/** The numbers of the week, of services only where there is more to say than that they were seen. */
export function weekSection({ week }: ReportExtra): readonly ReportSection[] {
  if (week === null) return []
  const { seen, tickets } = week
  const totals = weekTotals(seen)
  const told = seen.services.filter(isEventful)
  const calm = seen.services.length - told.length
  const lines = [
    weekSentence(seen),
    deploysText(totals),
    driftsText(totals.drifts),
    ticketsText(tickets),
    ...(calm === 0 ? [] : [words.calm(calm)]),
  ]
  return reportSection(
    'week',
    [...lines.map((line) => reportRow({ lines: [line] })), ...told.map(serviceRow)],
    seenOfText(seen),
  )
}
