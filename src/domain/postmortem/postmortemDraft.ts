import { knownZone } from '#src/domain/time/knownZone.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import type { Cycle, Ticket } from '#src/domain/ticket/ticket.ts'
import { fiveOf, pinsOf, type Why } from '#src/domain/ticket/why.ts'
import { englishPostmortem as words } from '#src/domain/wording/englishPostmortem.ts'
import { englishTicket } from '#src/domain/wording/englishTicket.ts'
import { markdownLink } from './markdownLink.ts'
import { markdownTable } from './markdownTable.ts'
import { markdownText } from './markdownText.ts'
import { contributingFacts, lasting, promiseFacts, triggerFacts } from './postmortemFacts.ts'
import { postmortemTimeline } from './postmortemTimeline.ts'

/** `timeZone`: an IANA name. `page`: the address of the dashboard, to which links of pins are relative; left out: not known. */
type View = { readonly timeZone: string; readonly now: EpochMs; readonly page?: string }

const { heading, ask } = words

/** What was decided is looked at again after as long. */
const FOLLOW_UP = days(14)

const wallTime = (at: EpochMs, timeZone: string): string => printWallTime(at, timeZone).replace('T', ' ')

/** To the minute, with the zone. */
const moment = (at: EpochMs, timeZone: string): string =>
  words.time(wallTime(at, timeZone).slice(0, -':00'.length), timeZone)

const list = (items: readonly string[]): readonly string[] => items.map((item) => `- ${item}`)

const section = (title: string, lines: readonly string[], level = '##'): readonly string[] => [
  `${level} ${title}`,
  '',
  ...lines,
  '',
]

/** The run of the clocks that it ends with; a ticket has one at least. */
const lastCycle = ({ cycles, openedAt }: Ticket): Pick<Cycle, 'start' | 'ackAt' | 'restoredAt'> =>
  cycles.at(-1) ?? { start: openedAt, ackAt: null, restoredAt: null }

function summary(ticket: Ticket, { timeZone, now }: View): readonly string[] {
  const { title, service, priority, openedAt, resolution } = ticket
  const { start, ackAt, restoredAt } = lastCycle(ticket)
  const story = [
    words.began(moment(openedAt, timeZone)),
    ackAt === null ? words.notAcknowledged : words.acknowledgedAfter(lasting(ackAt - start)),
    restoredAt === null
      ? words.notRestored(moment(now, timeZone))
      : words.restoredAfter(lasting(restoredAt - start)),
  ]
  const note = resolution?.note ?? ''
  const of = service === null ? words.noService : markdownText(service)
  return [
    words.summary(words.priority(priority), of, markdownText(title)),
    `${story.join(', ')}.`,
    ...(note === '' ? [] : [words.resolution(markdownText(note))]),
  ]
}

function impact(ticket: Ticket, { timeZone }: View): readonly string[] {
  const { service, signals, openedAt, cycles } = ticket
  const { restoredAt } = lastCycle(ticket)
  const names = [...new Set([service, ...signals.map((signal) => signal.service)])]
  const services = names.filter((name) => name !== null).map((name) => markdownText(name))
  const wellFor = cycles
    .flatMap(({ wellAgain }) => wellAgain)
    .reduce((total, { from, to }) => total + to - from, 0)
  const from = moment(openedAt, timeZone)
  return list([
    restoredAt === null
      ? words.fromOn(from)
      : words.fromTo(from, moment(restoredAt, timeZone), lasting(restoredAt - openedAt)),
    ...(wellFor === 0 ? [] : [words.wellBetween(lasting(wellFor))]),
    words.services(services.length === 0 ? words.noService : services.join(', ')),
    ask.users,
  ])
}

const detection = ({ source, why, openedAt, detectedAt }: Ticket): readonly string[] =>
  list([
    words.how(englishTicket.source[source], markdownText(why)),
    words.timeToDetect(lasting(detectedAt - openedAt)),
    ask.earlier,
  ])

function timeline(ticket: Ticket, { timeZone, now }: View): readonly string[] {
  const rows = postmortemTimeline(ticket, now).map(({ at, what }) => [
    wallTime(at, words.utc),
    wallTime(at, timeZone),
    what,
  ])
  return markdownTable([words.utc, timeZone, words.column.what], rows)
}

function causes(ticket: Ticket): readonly string[] {
  const root = ticket.whys.findLast(({ answer }) => answer.trim() !== '')
  return [
    ...section(heading.trigger, list([...triggerFacts(ticket), ask.trigger]), '###'),
    ...section(
      heading.root,
      list(root === undefined ? [ask.root] : [words.lastWhy(markdownText(root.answer))]),
      '###',
    ),
    ...section(heading.contributing, list([...contributingFacts(ticket), ask.contributing]), '###'),
  ]
}

/** What was pinned to an answer, under its number: nothing where nothing was. */
function pinned(why: Why, n: number, page: string | null): readonly string[] {
  const pins = pinsOf(why)
  if (pins.length === 0) return []
  const items = pins.map(({ kind, text, link }) => {
    const said = words.pin(words.pinKind[kind], markdownText(text))
    return link === '' ? said : `${said} ${markdownLink(words.pinLink, link, page)}`
  })
  return ['', words.pinned(n), '', ...list(items)]
}

function whys(ticket: Ticket, { page }: View): readonly string[] {
  const { nth, why, evidence } = words.column
  const five = fiveOf(ticket.whys)
  const rows = five.map((given, i) => [`${i + 1}`, markdownText(given.answer), markdownText(given.evidence)])
  return [
    ...markdownTable([nth, why, evidence], rows),
    ...five.flatMap((given, i) => pinned(given, i + 1, page ?? null)),
  ]
}

const actions = (): readonly string[] =>
  markdownTable(
    words.actions.columns,
    words.actions.kinds.map((kind) => ['', kind, '', '', '']),
  )

function followUpDate(ticket: Ticket, { timeZone, now }: View): string {
  const { restoredAt } = lastCycle(ticket)
  return wallTime((restoredAt ?? now) + FOLLOW_UP, timeZone).slice(0, '2026-11-21'.length)
}

/**
 * The draft of a ticket's post-mortem as Markdown, made of its log as of `now` (tickets, R15): summary, impact, detection,
 * timeline in UTC and in a zone (an IANA name; UTC where it is not known), trigger, root cause and contributing factors,
 * five whys with what was pinned to them, what went well and badly and by luck, actions, and when to look at them again:
 * two weeks after it was restored. It names systems and what was done, never who did it; only what people wrote themselves is told as it is,
 * as text, whatever markup it has. The same ticket at the same time gives the same text.
 */
export function postmortemDraft(ticket: Ticket, { timeZone, now, ...page }: View): string {
  const view: View = { timeZone: knownZone(timeZone), now, ...page }
  const promises = promiseFacts(ticket, now)
  const lines = [
    `# ${words.title(ticket.code, markdownText(ticket.title))}`,
    '',
    `> ${words.hint}`,
    '',
    ...section(heading.summary, summary(ticket, view)),
    ...section(heading.impact, impact(ticket, view)),
    ...section(heading.detection, detection(ticket)),
    ...section(heading.timeline, timeline(ticket, view)),
    ...section(heading.causes, causes(ticket).slice(0, -1)),
    ...section(heading.whys, whys(ticket, view)),
    ...section(heading.well, list([...promises.well, ask.well])),
    ...section(heading.badly, list([...promises.badly, ask.badly])),
    ...section(heading.luck, list([ask.luck])),
    ...section(heading.actions, actions()),
    ...section(heading.followUp, [words.followUp(followUpDate(ticket, view))]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
