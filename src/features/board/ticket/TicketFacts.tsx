import type { ReactNode } from 'react'
import type { Pause, Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './ticketPage.module.css'

const { page: words } = ticketTexts

type Fact = readonly [label: string, value: ReactNode]
type Say = (at: EpochMs) => string

function times({ openedAt, detectedAt, ack, resolution }: Ticket, say: Say): readonly Fact[] {
  const late = detectedAt - openedAt
  return [
    [words.opened, say(openedAt)],
    [
      words.detected,
      late < minutes(1) ? say(detectedAt) : words.detectedAfter(say(detectedAt), formatDuration(late)),
    ],
    ...(ack === null ? [] : [[words.acknowledged, words.byAt(ack.by, say(ack.at))] as const]),
    ...(resolution === null
      ? []
      : ([
          [words.restored, words.byAt(resolution.by, say(resolution.restoredAt))],
          [words.cause, words.causeNote(ticketTexts.cause[resolution.cause], resolution.note)],
        ] as const)),
  ]
}

const pauseWords = ({ from, to, until, reason, by }: Pause, say: Say): string => {
  const end = to ?? until
  return `${say(from)}–${end === null ? '' : say(end)} ${ticketTexts.pause[reason]} (${by})`
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
  const say: Say = (at) => formatMoment(at, now, timeZone)
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
