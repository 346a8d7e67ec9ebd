import type { ReactNode } from 'react'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import type { Pause, Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { type NameOf, useNameOf } from '#src/features/board/useNameOf.ts'
import { useScreen } from '#src/state/screen.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

type Fact = readonly [label: string, value: ReactNode]
/** Moments and people in words. */
type Say = { readonly at: (at: EpochMs) => string; readonly who: NameOf }

const resolvedBy = (by: string, say: Say): string => (by === AUTOMATIC ? words.automatic : say.who(by))

function times({ openedAt, detectedAt, ack, resolution }: Ticket, say: Say): readonly Fact[] {
  const late = detectedAt - openedAt
  return [
    [words.opened, say.at(openedAt)],
    [
      words.detected,
      late < minutes(1) ? say.at(detectedAt) : words.detectedAfter(say.at(detectedAt), formatDuration(late)),
    ],
    ...(ack === null ? [] : [[words.acknowledged, words.byAt(say.who(ack.by), say.at(ack.at))] as const]),
    ...(resolution === null
      ? []
      : ([
          [words.restored, words.byAt(resolvedBy(resolution.by, say), say.at(resolution.restoredAt))],
          [words.cause, words.causeNote(ticketTexts.cause[resolution.cause], resolution.note)],
        ] as const)),
  ]
}

const pauseWords = ({ from, to, until, reason, by }: Pause, say: Say): string => {
  const end = to ?? until
  return `${say.at(from)}–${end === null ? '' : say.at(end)} ${ticketTexts.pause[reason]} (${say.who(by)})`
}

function history({ cycles }: Ticket, say: Say): readonly Fact[] {
  const pauses = cycles.flatMap((cycle) => cycle.pauses)
  const reopens = cycles.length - 1 + cycles.reduce((sum, cycle) => sum + cycle.reopens, 0)
  return [
    ...(pauses.length === 0
      ? []
      : [[words.pauses, pauses.map((pause) => pauseWords(pause, say)).join('; ')] as const]),
    ...(reopens === 0 ? [] : [[words.reopened, words.times(reopens)] as const]),
  ]
}

const linkTo = (code: string): ReactNode => (
  <a key={code} href={hashTo(`/t/${code}`)}>
    {code}
  </a>
)

type Codes = Readonly<Record<string, string>>

function relations({ merged }: Ticket, row: TicketRow, codes: Codes): readonly Fact[] {
  const children = merged.map((id) => <span key={id}>{linkTo(codes[id] ?? id)} </span>)
  return [
    ...(row.affected.length === 0 ? [] : [[words.also, row.affected.join(', ')] as const]),
    ...(row.recurrenceOf === null ? [] : [[words.recurrence, linkTo(row.recurrenceOf)] as const]),
    ...(row.mergedInto === null ? [] : [[ticketTexts.state.merged, linkTo(row.mergedInto)] as const]),
    ...(children.length === 0 ? [] : [[words.merged, children] as const]),
  ]
}

type Props = { readonly ticket: Ticket; readonly row: TicketRow; readonly codes: Codes }

/** What is known of the ticket, in pairs. */
export function TicketFacts({ ticket, row, codes }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(15))
  const say: Say = { at: (at) => formatMoment(at, now, timeZone), who: useNameOf() }
  const facts: readonly Fact[] = [
    [words.owner, row.assignee ?? ticketTexts.nobody],
    ...(ticket.service === null ? [] : [[words.service, ticket.service] as const]),
    ...(ticket.project === null ? [] : [[words.project, ticket.project] as const]),
    ...times(ticket, say),
    ...history(ticket, say),
    [words.source, ticketTexts.source[ticket.source]],
    ...(ticket.why === '' ? [] : [[words.why, ticket.why] as const]),
    ...relations(ticket, row, codes),
  ]
  return (
    <section aria-label={words.facts} className={styles.block}>
      <h2>{words.facts}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
