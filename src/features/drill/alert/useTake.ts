import { useState } from 'react'
import { cutText } from '#src/domain/health/cutText.ts'
import { MOST_TEXT } from '#src/domain/ticket/textSchema.ts'
import { isOpen } from '#src/domain/ticket/queueOf.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import type { Refusal, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import { isUnderstood } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { refusalWords } from '#src/domain/wording/refusalWords.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Outcome } from '#src/state/deskActions.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { whoActs } from '#src/state/whoActs.ts'

const { ticket: words } = englishAlertLink

/** How far taking has got. */
export type TakeStep =
  | { readonly kind: 'idle' | 'busy' }
  /** Who does it has to be said first. */
  | { readonly kind: 'name' | 'sign-in' }
  | { readonly kind: 'done' | 'refused'; readonly text: string }

export type Take = {
  readonly step: TakeStep
  /** Takes the ticket that is open, else opens one and takes it; asks first who does it where that is not known. */
  readonly begin: () => void
  readonly named: (name: string) => void
  readonly cancel: () => void
}

type Sources = Pick<Screen, 'board' | 'desk' | 'preferences' | 'ticker' | 'timeZone'>

/** Who does it, and how what is refused is said. */
type Hand = Pick<Screen, 'desk'> & { readonly by: string; readonly why: (refusal: Refusal) => string }

type Done = Extract<NonNullable<Outcome>, { readonly ok: true }>['value']

const done = (text: string): TakeStep => ({ kind: 'done', text })
const refused = (text: string): TakeStep => ({ kind: 'refused', text })

/** Somebody else may have acknowledged it meanwhile: then both are on it. */
const yoursOrBeaten = (code: string, { beatenBy }: Done): string =>
  beatenBy === null
    ? words.yours(code)
    : ticketTexts.deed.beaten(beatenBy.by, formatDuration(beatenBy.earlierBy), code)

/** Whether a ticket tells what an alert says, because it was opened for it or somebody noted it. */
const tellsOf = ({ description, timeline }: Ticket, said: string, note: string): boolean =>
  description.includes(said) ||
  timeline.some(({ event }) => isUnderstood(event) && event.kind === 'commented' && event.data.text === note)

/** Adds what the alert says to a ticket's log, once; answers with what is to be said where that failed. */
async function noteAlert(ticket: string, { description }: TicketDraft, { desk, by }: Hand): Promise<string> {
  if (description === '') return ''
  const text = cutText(words.comment(description), MOST_TEXT)
  const detail = await desk.ticket(ticket)
  if (detail !== null && tellsOf(detail.ticket, description, text)) return ''
  const noted = await desk.command(ticket, { do: 'comment', text }, { by })
  return noted?.ok === true ? '' : ` ${words.notNoted}`
}

async function takeOpen({ id, code }: TicketRow, draft: TicketDraft, hand: Hand): Promise<TakeStep> {
  const taken = await hand.desk.command(id, { do: 'take' }, { by: hand.by })
  if (taken === null) return refused(words.noAnswer)
  if (!taken.ok) return refused(hand.why(taken.error))
  return done(`${yoursOrBeaten(code, taken.value)}${await noteAlert(id, draft, hand)}`)
}

async function takeNew(draft: TicketDraft, { desk, by, why }: Hand): Promise<TakeStep> {
  const opened = await desk.open(draft, by)
  if (opened === null) return refused(words.noAnswer)
  if (!opened.ok) return refused(why(opened.error))
  const { ticket } = opened.value
  const taken = await desk.command(ticket, { do: 'take' }, { by })
  const code = ticketCode(ticket)
  if (taken?.ok === true) return done(words.openedYours(code))
  return refused(words.notYours(code, taken === null ? words.noAnswer : why(taken.error)))
}

/** The alert's own ticket is taken as it stands now: somebody with the same link, or an Alertmanager, may have been faster. */
async function takeIt(shown: TicketRow | null, draft: TicketDraft, sources: Sources): Promise<TakeStep> {
  const { board, desk, preferences, ticker, timeZone } = sources
  const hand: Hand = {
    desk,
    by: whoActs(board.getState().desk, preferences.getState().name).name,
    why: (refusal) => refusalWords(refusal, ticker.now(), timeZone),
  }
  const its = draft.dedupKey === null ? null : await desk.ticket(draft.dedupKey)
  const open = its !== null && isOpen(its.row) ? its.row : shown
  return open === null ? takeNew(draft, hand) : takeOpen(open, draft, hand)
}

/** One key to acknowledge and take the ticket of an alert. Nothing is done before `begin`. */
export function useTake(open: TicketRow | null, draft: TicketDraft): Take {
  const screen = useScreen()
  const [step, setStep] = useState<TakeStep>({ kind: 'idle' })
  const act = (): void => {
    setStep({ kind: 'busy' })
    takeIt(open, draft, screen).then(setStep, () => setStep(refused(words.noAnswer)))
  }
  return {
    step,
    begin: () => {
      if (step.kind === 'busy') return
      const { board, preferences } = screen
      const { ask } = whoActs(board.getState().desk, preferences.getState().name)
      if (ask === null) act()
      else setStep({ kind: ask })
    },
    named: (name) => {
      screen.preferences.setState({ name })
      act()
    },
    cancel: () => setStep({ kind: 'idle' }),
  }
}
