import type { CheckMark } from '#src/domain/check/signOff.ts'
import { markText, watchText } from '#src/domain/wording/checkItemWords.ts'
import { silencesText, silenceText } from '#src/domain/wording/checkNightWords.ts'
import { checkMoment } from '#src/domain/wording/checkTimeWords.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import type { ReportRow, ReportSection } from './checkReport.ts'
import { reportRow, reportSection, serviceLink } from './reportRow.ts'
import type { ReportSource } from './reportSource.ts'

const linkOf = (service: string | null): string | null => (service === null ? null : serviceLink(service))

function silenceRows({ check: { silences }, reader }: ReportSource): readonly ReportRow[] {
  if (silences.kind !== 'known') return []
  return silences.silences.map((silence) => reportRow({ lines: [silenceText(silence, reader)] }))
}

/** That somebody looked at a thing and had nothing to say is counted. */
const hasWord = ({ deed, note }: CheckMark): boolean => deed !== 'seen' || note !== ''

const markRow = (mark: CheckMark, { reader }: ReportSource): ReportRow =>
  reportRow({
    light: mark.light,
    name: mark.title,
    when: checkMoment(mark.at, reader),
    lines: [markText(mark, reader)],
    link: linkOf(mark.service),
  })

/** What somebody watches, what is silenced until when, and what whoever signed said of each item. */
export function watchSections(source: ReportSource): readonly ReportSection[] {
  const { check, extra, reader } = source
  const watches = check.watches.map((watch) =>
    reportRow({ name: watch.title, lines: [watchText(watch, reader)], link: linkOf(watch.service) }),
  )
  const marks = extra.signOff?.marks ?? []
  return [
    ...reportSection('watches', watches),
    ...reportSection('silences', silenceRows(source), silencesText(check.silences, reader)),
    ...reportSection(
      'marks',
      marks.filter(hasWord).map((mark) => markRow(mark, source)),
      marks.length === 0 ? null : reportTexts.lookedAt(marks.length),
    ),
  ]
}
