import { useEffect, useRef } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import type { AlertTickets } from '#src/domain/alert/ticketsOfAlert.ts'
import { actorToken } from '#src/domain/ticket/actorToken.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { clockLead } from '#src/domain/wording/clockWords.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { titleBeside } from '#src/domain/wording/titleBeside.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import { TICKET_LINK } from './alertKeys.ts'
import styles from './alert.module.css'
import own from './alertTicket.module.css'
import type { Take } from './useTake.ts'

const { ticket: words } = englishAlertLink

/** Both clocks of a ticket that runs, by the minute. */
function Clocks({ row: { tta, trs, ack } }: { readonly row: TicketRow }) {
  const { timeZone } = useScreen()
  const offset = useBoard(({ desk }) => desk?.offset ?? 0)
  const now = useNow() + offset
  const faces = ack === null ? [tta, trs] : [trs]
  return (
    <dl className={own.clocks}>
      {faces.map((face) => (
        <div key={face.clock}>
          <dt>
            <abbr title={ticketTexts.clockLong[face.clock]}>{ticketTexts.clock[face.clock]}</abbr>
          </dt>
          <dd>{clockLead(face, now, timeZone)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What somebody is called whose name stands in the log as a token. */
function useNameOf(token: string | null): string | null {
  const own = usePreference('name')
  return useBoard(({ desk }) => {
    // A name that is not written yet has no token either.
    if (token === null) return null
    const people = [own, ...(desk?.people ?? [])]
    return people.find((name) => actorToken(name) === token) ?? token
  })
}

function OpenTicket({ row }: { readonly row: TicketRow }) {
  const { code, title, service, priority } = row
  const owner = useNameOf(row.assignee)
  return (
    <div className={own.ticket}>
      <PriorityMark priority={priority} />
      <p className={own.ticketTitle}>
        <a id={TICKET_LINK} href={hashTo(`/t/${code}`)}>
          <span className={own.code}>{code}</span> {titleBeside(title, service)}{' '}
          <kbd aria-hidden="true">t</kbd>
        </a>
      </p>
      <p className={styles.quiet}>
        {ticketTexts.state[row.state]}, {owner === null ? words.nobody : words.owner(owner)}
      </p>
      <Clocks row={row} />
    </div>
  )
}

/** So many tickets of something else are named; the rest is on the board. */
const NAMED = 5

/** What else is open on the service: to be opened by who knows that it is meant. `isMeant`: there is one to act on. */
function Others({ rows, isMeant }: { readonly rows: readonly TicketRow[]; readonly isMeant: boolean }) {
  if (rows.length === 0) return null
  return (
    <>
      <p className={styles.quiet}>{isMeant ? words.also : words.others}</p>
      <ul>
        {rows.slice(0, NAMED).map(({ id, code, title, service }) => (
          <li key={id}>
            <a href={hashTo(`/t/${code}`)}>
              <span className={own.code}>{code}</span> {titleBeside(title, service)}
            </a>
          </li>
        ))}
      </ul>
      {rows.length > NAMED && (
        <p className={styles.quiet}>
          <a href={hashTo('/board')}>{words.more(rows.length - NAMED)}</a>
        </p>
      )}
    </>
  )
}

function NoTicket({ last }: { readonly last: TicketRow | null }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <>
      <p>{words.none}</p>
      {last?.resolvedAt != null && (
        <p className={styles.quiet}>
          <a href={hashTo(`/t/${last.code}`)}>
            {words.last(last.code, formatMoment(last.resolvedAt, now, timeZone))}
          </a>
        </p>
      )}
    </>
  )
}

/** The button, and what became of it: when that takes the button's place, the keyboard that stood on it goes there. */
function TakeIt({ take, isNew }: { readonly take: Take; readonly isNew: boolean }) {
  const { step, begin } = take
  const said = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    if (step.kind === 'done' && document.activeElement === document.body) said.current?.focus()
  }, [step.kind])
  return (
    <div className={own.take}>
      {step.kind !== 'done' && (
        <button type="button" aria-disabled={step.kind === 'busy'} onClick={begin}>
          {isNew ? words.takeNew : words.take} <kbd aria-hidden="true">a</kbd>
        </button>
      )}
      <output ref={said} tabIndex={-1} data-refused={step.kind === 'refused' || undefined}>
        {'text' in step && step.text}
        {step.kind === 'busy' && words.busy}
        {step.kind === 'idle' && words.nothingDone}
      </output>
    </div>
  )
}

type Props = {
  /** Null until the board was told. */
  readonly tickets: AlertTickets | null
  readonly take: Take
  /** Whether it belongs to who looks: then there is nothing to take. */
  readonly isMine: boolean
}

/** The ticket that exists, or how to have one: with one key, and nothing before that. */
export function AlertTicket({ tickets, take, isMine }: Props) {
  return (
    <section className={styles.part} aria-labelledby="alert-ticket-title">
      <h2 id="alert-ticket-title">{words.title}</h2>
      {tickets === null ? (
        <p className={styles.quiet}>{words.loading}</p>
      ) : (
        <>
          {tickets.open === null ? <NoTicket last={tickets.last} /> : <OpenTicket row={tickets.open} />}
          {(!isMine || take.step.kind === 'done') && <TakeIt take={take} isNew={tickets.open === null} />}
          <Others rows={tickets.others} isMeant={tickets.open !== null} />
        </>
      )}
    </section>
  )
}
