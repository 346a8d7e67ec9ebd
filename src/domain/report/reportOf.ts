import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { knownZone } from '#src/domain/time/knownZone.ts'
import { MOST_URL, WEB_ADDRESS } from '#src/domain/ticket/textSchema.ts'
import { checkSentence } from '#src/domain/wording/checkWords.ts'
import { fleetSentence } from '#src/domain/wording/fleetSentence.ts'
import { reportDay, reportMoment } from '#src/domain/wording/reportMoment.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import {
  type CheckReport,
  REPORT_FORMAT,
  REPORT_VERSION,
  type ReportSection,
  SECTION_IDS,
} from './checkReport.ts'
import { happeningsOf } from './happenings.ts'
import { itemSections } from './itemSections.ts'
import { nightSections } from './nightSections.ts'
import { MOST_NOTE } from './reportCaps.ts'
import { reportLine } from './reportRow.ts'
import type { ReportExtra, ReportSource } from './reportSource.ts'
import { ticketSections } from './ticketSections.ts'
import { watchSections } from './watchSections.ts'
import { weekSection } from './weekSection.ts'

function signedBy({ signOff }: ReportExtra, timeZone: string): CheckReport['signed'] {
  if (signOff === null) return null
  const { by, at, note } = signOff
  const name = reportLine(by)
  return {
    by: name,
    at,
    words: reportLine(words.signed(name, reportMoment(at, timeZone))),
    note: note.slice(0, MOST_NOTE).replace(/\p{Cs}/gu, '\uFFFD'),
  }
}

const addressOf = (url: string | null): string | null => {
  const [address = ''] = (url ?? '').split('#')
  return address.length <= MOST_URL && WEB_ADDRESS.test(address) ? address : null
}

const inOrder = (sections: readonly ReportSection[]): readonly ReportSection[] =>
  SECTION_IDS.flatMap((id) => sections.find((section) => section.id === id) ?? [])

/**
 * A morning check as one value that can be written down in any form: gaps first, then what is in trouble, what was, and
 * what is known of everything else. All words are final, in `timeZone` and as of the end of the check. Every text is one line of
 * at most 400 characters, but for the note.
 */
export function reportOf(check: MorningCheck, extra: ReportExtra): CheckReport {
  const timeZone = knownZone(extra.timeZone)
  const reader = { now: check.now, timeZone }
  const source: ReportSource = { check, extra, reader }
  const { from, to, light, counts } = check
  const fleet = reportLine(check.title)
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    fleet,
    from,
    to,
    timeZone,
    url: addressOf(extra.url),
    light,
    counts,
    headline: reportLine(words.headline(fleet, reportDay(to, timeZone))),
    period: words.period(reportMoment(from, timeZone), reportMoment(to, timeZone), timeZone),
    verdict: words.sentence(fleetSentence(counts)),
    sentence: reportLine(words.sentence(checkSentence(check, reader))),
    signed: signedBy(extra, timeZone),
    sections: inOrder([
      ...itemSections(source),
      ...nightSections(source),
      ...ticketSections(source),
      ...watchSections(source),
      ...weekSection(extra),
    ]),
    happenings: happeningsOf(check),
  }
}
