import type { CheckChange, CheckItem } from '#src/domain/check/morningCheck.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { ackedRedText, changeText } from '#src/domain/wording/checkItemWords.ts'
import { nightLines } from '#src/domain/wording/checkSpellWords.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { datedText } from './datedText.ts'
import type { ReportRow, ReportSection, SectionId } from './checkReport.ts'
import { MOST_SPARKS } from './reportCaps.ts'
import { reportRow, reportSection, serviceLink } from './reportRow.ts'
import type { ReportSource } from './reportSource.ts'
import { reportSpark } from './reportSpark.ts'

/** As many reasons, drifts and former reasons of one service are told one by one. */
const MOST_TOLD = 4

const SECTION: Readonly<Record<CheckChange, SectionId | null>> = {
  'new-red': 'act',
  worse: 'act',
  'still-red': 'act',
  'new-orange': 'watch',
  better: 'watch',
  'still-orange': 'watch',
  unseen: 'unseen',
  recovered: 'recovered',
  gone: 'gone',
  ticket: null,
  watch: null,
  well: null,
}

/** Where an item is told; null: only its tickets, watches and starts are. What was in trouble is told whatever else it is. */
export function itemSection({ change, night }: CheckItem): SectionId | null {
  return SECTION[change] ?? ((night?.spells.length ?? 0) > 0 ? 'recovered' : null)
}

const capped = (lines: readonly string[], more: (n: number) => string): readonly string[] =>
  lines.length <= MOST_TOLD ? lines : [...lines.slice(0, MOST_TOLD), more(lines.length - MOST_TOLD)]

function reasonLines({ reasons, drifts }: CheckItem, { reader }: ReportSource): readonly string[] {
  const others = reasons.filter(({ kind }) => drifts.length === 0 || kind !== 'drift')
  return [
    ...capped(
      others.map(({ text }) => datedText(text, reader)),
      words.reasons,
    ),
    ...capped(
      drifts.map(({ text }) => datedText(text, reader)),
      words.reasons,
    ),
  ]
}

/** Why it was in worse trouble than now: in the words of that time. */
function formerReasons({ light, night }: CheckItem): readonly string[] {
  const now = lightRank(light ?? 'green')
  const said = (night?.spells ?? [])
    .filter((spell) => lightRank(spell.light) < now)
    .flatMap(({ reasons }) => reasons.slice(0, 1).map(({ text }) => words.atWorst(text)))
  return capped([...new Set(said)], words.reasons)
}

function standingLines({ root, tickets }: CheckItem): readonly string[] {
  const told = tickets.map(({ row }) => words.ticket(row.code, ticketTexts.state[row.state]))
  return [
    ...(root === null ? [] : [words.under(root)]),
    ...(told.length === 0 ? [] : [words.tickets(told.join(', '), told.length)]),
  ]
}

function itemRow(item: CheckItem, spark: ReportRow['spark'], source: ReportSource): ReportRow {
  const { service, title, light } = item
  return reportRow({
    light,
    name: title,
    when: changeText(item, source.check.from, source.reader),
    lines: [
      ...reasonLines(item, source),
      ...nightLines(item, source.reader),
      ...formerReasons(item),
      ...standingLines(item),
    ],
    link: service === null || item.change === 'gone' ? null : serviceLink(service),
    spark,
  })
}

/** The worst have their line beside them: a fleet's lines of all would be most of the file. */
function withSparks(
  items: readonly CheckItem[],
  source: ReportSource,
): ReadonlyMap<CheckItem, ReportRow['spark']> {
  const drawn = items.flatMap((item) => {
    const spark =
      item.service === null || item.change === 'gone' ? undefined : source.extra.sparks.get(item.service)
    return spark === undefined ? [] : [[item, reportSpark(spark, source.reader)] as const]
  })
  return new Map(drawn.slice(0, MOST_SPARKS))
}

function acknowledged({ check, reader }: ReportSource): readonly ReportRow[] {
  return check.items
    .flatMap(({ title, service, light, ackedRed }) =>
      ackedRed === null ? [] : [{ title, service, light, ackedRed }],
    )
    .toSorted((a, b) => a.ackedRed.at - b.ackedRed.at)
    .map(({ title, service, light, ackedRed }) =>
      reportRow({
        light,
        name: title,
        lines: [ackedRedText(ackedRed, reader)],
        link: service === null ? null : serviceLink(service),
      }),
    )
}

const drifting = ({ check, reader }: ReportSource): readonly ReportRow[] =>
  check.items
    .filter(({ drifts }) => drifts.length > 0)
    .map(({ light, title, service, drifts }) =>
      reportRow({
        light,
        name: title,
        lines: drifts.map(({ text }) => datedText(text, reader)),
        link: service === null ? null : serviceLink(service),
      }),
    )

/** What is in trouble, was in trouble, cannot be seen or is gone, in the order of the check. */
export function itemSections(source: ReportSource): readonly ReportSection[] {
  const told = source.check.items.filter((item) => itemSection(item) !== null)
  const sparks = withSparks(told, source)
  const rowsOf = (id: SectionId): readonly ReportRow[] =>
    told
      .filter((item) => itemSection(item) === id)
      .map((item) => itemRow(item, sparks.get(item) ?? null, source))
  const ids = ['act', 'watch', 'unseen', 'recovered', 'gone'] as const
  return [
    ...ids.flatMap((id) => reportSection(id, rowsOf(id))),
    ...reportSection('acked', acknowledged(source)),
    ...reportSection('drifts', drifting(source)),
  ]
}
