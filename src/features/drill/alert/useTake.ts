import { useState } from 'react'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import type { Refusal, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
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

type Done = Extract<NonNullable<Outcome>, { readonly ok: true }>['value']

const done = (text: string): TakeStep => ({ kind: 'done', text })
const refused = (text: string): TakeStep => ({ kind: 'refused', text })

/** Somebody else may have acknowledged it meanwhile: then both are on it. */
const yoursOrBeaten = (code: string, { beatenBy }: Done): string =>
  beatenBy === null
    ? words.yours(code)
    : ticketTexts.deed.beaten(beatenBy.by, formatDuration(beatenBy.earlierBy), code)

/** What is open already is taken as it stands: somebody with the same link was faster. */
async function takeIt(open: TicketRow | null, draft: TicketDraft, sources: Sources): Promise<TakeStep> {
  const { board, desk, preferences, ticker, timeZone } = sources
  const by = whoActs(board.getState().desk, preferences.getState().name).name
  const why = (refusal: Refusal): string => refusalWords(refusal, ticker.now(), timeZone)
  if (open !== null) {
    const taken = await desk.command(open.id, { do: 'take' }, { by })
    if (taken === null) return refused(words.noAnswer)
    return taken.ok ? done(yoursOrBeaten(open.code, taken.value)) : refused(why(taken.error))
  }
  const opened = await desk.open(draft, by)
  if (opened === null) return refused(words.noAnswer)
  if (!opened.ok) return refused(why(opened.error))
  const { ticket } = opened.value
  const taken = await desk.command(ticket, { do: 'take' }, { by })
  const code = ticketCode(ticket)
  if (taken?.ok === true) return done(words.openedYours(code))
  return refused(words.notYours(code, taken === null ? words.noAnswer : why(taken.error)))
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
