import type { CheckTicket } from '#src/domain/check/checkLog.ts'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { NightSpell, ServiceNight } from '#src/domain/night/night.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { LATEST } from '#src/domain/ticket/textSchema.ts'
import { reportTexts as words } from '#src/domain/wording/reportTexts.ts'
import type { Happening } from './checkReport.ts'
import { MOST_HAPPENINGS } from './reportCaps.ts'
import { reportLine } from './reportRow.ts'

const PLAIN = {
  service: null,
  light: null,
  to: null,
  lasted: null,
  red: null,
  atLeast: false,
  ticket: null,
} as const

const spanOf = (kind: 'gap' | 'unseen', service: string | null, { from, to }: SeenSpan): Happening => ({
  ...PLAIN,
  kind,
  service,
  from,
  to,
  lasted: to - from,
  what: kind === 'gap' ? words.gap : words.unseen,
})

const spellOf = (service: string, spell: NightSpell): Happening => ({
  ...PLAIN,
  kind: 'spell',
  service,
  light: spell.light,
  from: spell.from,
  to: spell.wellAt,
  lasted: spell.seenFor,
  red: spell.redFor,
  atLeast: spell.hasGap || spell.isOlder,
  what: reportLine(spell.reasons[0]?.text ?? ''),
})

function ofService({ name, spells, unseen, deploys, restarts }: ServiceNight): readonly Happening[] {
  const service = reportLine(name)
  return [
    ...spells.map((spell) => spellOf(service, spell)),
    ...unseen.map((span) => spanOf('unseen', service, span)),
    ...deploys.map(({ version, at, lastAt }): Happening => ({
      ...PLAIN,
      kind: 'deploy',
      service,
      from: at,
      to: lastAt,
      what: reportLine(words.deploy(version)),
    })),
    ...restarts.map(({ pod, at }): Happening => ({
      ...PLAIN,
      kind: 'restart',
      service,
      from: at,
      what: reportLine(pod),
    })),
  ]
}

/** Times are those of the clocks that have stopped; one that nobody acknowledged has no time to acknowledge. */
function ofTicket({ row }: CheckTicket): Happening {
  const { code, priority, title, service, openedAt, restoredAt, ack, tta, trs, breaches } = row
  return {
    ...PLAIN,
    kind: 'ticket',
    service: service === null ? null : reportLine(service),
    from: openedAt,
    to: restoredAt,
    what: reportLine(title),
    ticket: {
      code: reportLine(code),
      priority,
      tta: ack !== null && tta.state === 'stopped' ? tta.spent : null,
      trs: trs.state === 'stopped' ? trs.spent : null,
      breaches: breaches.length,
    },
  }
}

const isTime = (at: number): boolean => at >= 0 && at <= LATEST

/** Everything of a check that has a time, oldest first; of too much the newest. */
export function happeningsOf({ night, tickets }: MorningCheck): readonly Happening[] {
  const { opened, breached, restored, open } = tickets
  const all = new Map([...opened, ...breached, ...restored, ...open].map((ticket) => [ticket.row.id, ticket]))
  return [
    ...night.gaps.map((gap) => spanOf('gap', null, gap)),
    ...night.services.flatMap(ofService),
    ...[...all.values()].map(ofTicket),
  ]
    .filter(({ from, to }) => isTime(from) && isTime(to ?? from))
    .toSorted((a, b) => a.from - b.from)
    .slice(-MOST_HAPPENINGS)
}
