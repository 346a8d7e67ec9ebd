import type { WatchUntil } from '#src/domain/check/signOff.ts'
import type { MarkDeed } from '#src/domain/check/markOf.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { refusalWords } from '#src/domain/wording/refusalWords.ts'
import type { Screen } from '#src/state/screen.ts'
import type { CheckDraftActions } from '#src/state/checkDraftActions.ts'
import { whoActs } from '#src/state/whoActs.ts'
import type { Asking } from '#src/features/check/asking.ts'
import { keepNote, keptNote } from './noteShelf.ts'
import { openAndTake, openTicketOf, type Taken, takeOpen } from './takeTicket.ts'

const { walk: words } = englishCheckScreen

/** What a deed needs of the screen it is done on. */
export type WalkPorts = {
  readonly screen: Screen
  readonly actions: CheckDraftActions
  /** The step that is looked at now. */
  readonly current: () => WalkStep | null
  readonly ask: (asking: Asking | null) => void
  readonly say: (text: string) => void
  /** Brings the keyboard to wherever the walk stands after this turn. */
  readonly follow: () => void
}

/** What a person does on the walk, by key or by button: all of it about the matter that is looked at. */
export type WalkDeeds = {
  readonly next: () => void
  readonly previous: () => void
  readonly seen: () => void
  readonly watch: () => void
  readonly watchUntil: (step: WalkStep, until: WatchUntil, note: string) => void
  readonly ticket: () => void
  /** Answers with why no ticket was opened, or null. */
  readonly openTicket: (step: WalkStep, note: string, draft: TicketDraft) => Promise<string | null>
  readonly unmark: () => void
  /** Writes another note into a mark that stands. */
  readonly amend: (step: WalkStep, note: string) => void
  readonly endWatch: (id: string) => void
  readonly noteOf: (step: WalkStep) => string
  readonly keepNote: (key: string, note: string) => void
  /** Does something as whoever acts here, asking for a name or a sign-in first where one is needed. */
  readonly named: (job: (by: string) => void) => void
}

const deedOf = ({ mark }: WalkStep): MarkDeed | null => {
  if (mark === null) return null
  if (mark.deed === 'watch' && mark.until !== null) return { deed: 'watch', until: mark.until }
  if (mark.deed === 'ticket' && mark.ticket !== null) return { deed: 'ticket', ticket: mark.ticket }
  return { deed: 'seen' }
}

/** Everything that is done on the walk, over the draft that keeps it and the worker that does it. */
export function createWalkDeeds({ screen, actions, current, ask, say, follow }: WalkPorts): WalkDeeds {
  const { storage, board, preferences, ticker, timeZone } = screen
  const who = () => whoActs(board.getState().desk, preferences.getState().name)

  const named: WalkDeeds['named'] = (job) => {
    const { ask: kind, name } = who()
    if (kind === null) job(name)
    else ask({ kind, next: () => job(who().name) })
  }
  const noteOf = ({ item, mark }: WalkStep): string => keptNote(storage, item.key) || (mark?.note ?? '')
  const atStep = (job: (step: WalkStep) => void) => () => {
    const step = current()
    if (step !== null) job(step)
  }
  /** Marks a matter and goes on to the next that nobody has decided. */
  const decide = (step: WalkStep, deed: MarkDeed, note: string): void => {
    actions.mark(step.item, deed, note)
    keepNote(storage, step.item.key, '')
    actions.nextOpen()
    follow()
  }
  const markTaken = (step: WalkStep, note: string, { code, says }: Taken): void => {
    say(says)
    decide(step, { deed: 'ticket', ticket: code }, note)
  }
  const take = async (step: WalkStep, row: TicketRow, by: string): Promise<void> => {
    const taken = await takeOpen(row, by, screen)
    if (taken.ok) markTaken(step, noteOf(step), taken.value)
    else say(taken.error)
  }
  const endWatch = async (id: string, by: string): Promise<void> => {
    const ended = await actions.endWatch(id, by).catch(() => null)
    if (ended === null) say(words.noWatchAnswer)
    else say(ended.ok ? words.ended : refusalWords(ended.error, ticker.now(), timeZone))
  }
  const go = (step: () => void) => () => {
    say('')
    step()
    follow()
  }
  return {
    named,
    noteOf,
    next: go(actions.next),
    previous: go(actions.previous),
    seen: atStep((step) => {
      say('')
      decide(step, { deed: 'seen' }, noteOf(step))
    }),
    watch: atStep((step) => ask({ kind: 'watch', step, note: noteOf(step) })),
    watchUntil: (step, until, note) => decide(step, { deed: 'watch', until }, note),
    ticket: atStep((step) => {
      const open = openTicketOf(step.item)
      named((by) => {
        if (open === null) ask({ kind: 'ticket', step, note: noteOf(step) })
        else void take(step, open, by)
      })
    }),
    openTicket: async (step, note, draft) => {
      const opened = await openAndTake(draft, who().name, screen)
      if (!opened.ok) return opened.error
      markTaken(step, note, opened.value)
      return null
    },
    unmark: atStep(({ item, mark }) => {
      if (mark !== null) keepNote(storage, item.key, mark.note)
      actions.unmark(item.key)
    }),
    amend: (step, note) => {
      const deed = deedOf(step)
      // A word more does not decide what got worse since: it waits for the next mark.
      if (deed === null || step.standing === 'more' || step.mark?.note === note.trim()) return
      actions.mark(step.item, deed, note)
      keepNote(storage, step.item.key, '')
    },
    endWatch: (id) => named((by) => void endWatch(id, by)),
    keepNote: (key, note) => keepNote(storage, key, note),
  }
}

/** What the key `t` does to a matter: takes its ticket, or opens one. */
export function ticketLabel({ item }: WalkStep): string {
  const open = openTicketOf(item)
  return open === null ? words.ticket : words.takeTicket(open.code)
}
