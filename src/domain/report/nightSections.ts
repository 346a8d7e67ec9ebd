import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import { englishCheck } from '#src/domain/wording/englishCheck.ts'
import { lengthOf } from '#src/domain/series/seenSpans.ts'
import { partlySeenText } from '#src/domain/wording/checkItemWords.ts'
import { filledText, fillingText, gapTexts } from '#src/domain/wording/checkNightWords.ts'
import { deployText, restartText } from '#src/domain/wording/checkSpellWords.ts'
import { lasting } from '#src/domain/wording/checkTimeWords.ts'
import { wellText } from '#src/domain/wording/checkWords.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import type { ReportRow, ReportSection } from './checkReport.ts'
import { itemSection } from './itemSections.ts'
import { reportRow, reportSection, serviceLink } from './reportRow.ts'
import type { ReportSource } from './reportSource.ts'

function unseenTime({ check: { night }, reader }: ReportSource): readonly ReportSection[] {
  const { gaps } = night
  const told = [filledText(night, reader), fillingText(night)].filter((text) => text !== null)
  const rows = [...gapTexts(night, reader), ...told].map((text) => reportRow({ lines: [text] }))
  const intro = gaps.length < 2 ? null : words.unwatched(lasting(lengthOf(gaps)), gaps.length)
  return reportSection('gaps', rows, intro)
}

function startedRow(
  { name, standing, restarts, deploys }: ServiceNight,
  { reader }: ReportSource,
): ReportRow {
  return reportRow({
    name,
    lines: [
      ...(standing === 'new' ? [englishCheck.item.newcomer] : []),
      ...deploys.map((deploy) => deployText(deploy, reader)),
      ...(restarts.length === 0 ? [] : [restartText(restarts, reader)]),
    ],
    link: standing === 'gone' ? null : serviceLink(name),
  })
}

/** Those whose starts are told with what else there is to say of them are left out. */
function started({ check }: ReportSource): readonly ServiceNight[] {
  const told = new Set(check.items.filter((item) => itemSection(item) !== null).map(({ service }) => service))
  return check.night.services.filter(
    ({ name, deploys, restarts, standing }) =>
      (standing === 'new' || deploys.length + restarts.length > 0) && !told.has(name),
  )
}

/** Services of the fleet that were neither seen nor found unseen: not a word is known of their night. */
const unknownOf = ({ services }: Night): readonly string[] =>
  services
    .filter(({ standing, stretches }) => standing !== 'gone' && stretches.length === 0)
    .map(({ name }) => name)

const nameRows = (names: readonly string[]): readonly ReportRow[] => names.map((name) => reportRow({ name }))

/** What was seen of the night, and what was not: gaps first, then starts, then who was well as far as anybody saw. */
export function nightSections(source: ReportSource): readonly ReportSection[] {
  const { well, partlySeen, night } = source.check
  const unknown = unknownOf(night)
  const partly = partlySeen.filter(({ service }) => !unknown.includes(service))
  return [
    ...unseenTime(source),
    ...reportSection(
      'started',
      started(source).map((each) => startedRow(each, source)),
    ),
    ...reportSection('unknown', nameRows(unknown)),
    ...reportSection(
      'partly',
      partly.map((each) => reportRow({ lines: [partlySeenText(each)] })),
    ),
    ...reportSection('well', nameRows(well), wellText(source.check)),
  ]
}
