import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import { type Result, err, ok } from '#src/domain/result.ts'
import { isOpen } from '#src/domain/ticket/queueOf.ts'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import type { Refusal, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { refusalWords } from '#src/domain/wording/refusalWords.ts'
import type { Screen } from '#src/state/screen.ts'

const { walk: words } = englishCheckScreen

type Sources = Pick<Screen, 'desk' | 'ticker' | 'timeZone'>

/** The ticket of a matter is now somebody's: its code, and the sentence that says so. */
export type Taken = { readonly code: string; readonly says: string }

/** The open ticket of a matter that is most urgent; null where none is open. */
export function openTicketOf({ tickets }: Pick<CheckItem, 'tickets'>): TicketRow | null {
  const open = tickets.map(({ row }) => row).filter((row) => isOpen(row))
  return open.toSorted((a, b) => a.priority - b.priority || a.openedAt - b.openedAt)[0] ?? null
}

const whyNot = (refusal: Refusal, { ticker, timeZone }: Sources): string =>
  refusalWords(refusal, ticker.now(), timeZone)

/** Takes an open ticket. One that is this person's already is as good. */
export async function takeOpen(
  { id, code }: TicketRow,
  by: string,
  sources: Sources,
): Promise<Result<Taken, string>> {
  const taken = await sources.desk.command(id, { do: 'take' }, { by }).catch(() => null)
  if (taken === null) return err(words.noWatchAnswer)
  if (taken.ok || taken.error.kind === 'already') return ok({ code, says: words.taken(code) })
  return err(whyNot(taken.error, sources))
}

/** Opens a ticket and takes it. Where only the second fails it is open all the same, and the sentence says so. */
export async function openAndTake(
  draft: TicketDraft,
  by: string,
  sources: Sources,
): Promise<Result<Taken, string>> {
  const opened = await sources.desk.open(draft, by).catch(() => null)
  if (opened === null) return err(words.noWatchAnswer)
  if (!opened.ok) return err(whyNot(opened.error, sources))
  const { ticket } = opened.value
  const code = ticketCode(ticket)
  const taken = await sources.desk.command(ticket, { do: 'take' }, { by }).catch(() => null)
  if (taken?.ok === true) return ok({ code, says: words.opened(code) })
  const why = taken === null ? words.noWatchAnswer : whyNot(taken.error, sources)
  return ok({ code, says: words.notYours(code, why) })
}
