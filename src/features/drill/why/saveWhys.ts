import type { Refusal, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import { isWritten, type Why } from '#src/domain/ticket/why.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import type { Screen } from '#src/state/screen.ts'
import { savedWhys, shownWhys, tellWhys, whyStanding, type WhyStore } from '#src/state/whyStore.ts'

type Sources = Pick<Screen, 'board' | 'desk' | 'ticker' | 'timeZone'>

/** Whose whys they are, and who saves them, as they call themselves. */
type Job = { readonly whys: WhyStore; readonly service: string; readonly by: string }

/** What became of saving: null, or what is wrong in words; `unsure`: the ticket's whys are others, a person has to choose. */
export type SaveFault = { readonly kind: 'refused'; readonly text: string } | { readonly kind: 'unsure' }

const refused = (text: string): SaveFault => ({ kind: 'refused', text })

/** The words of refusals belong to the board and come with it: they are fetched where one is needed. */
async function refusalText(refusal: Refusal, { ticker, timeZone }: Sources): Promise<string> {
  try {
    const { refusalWords } = await import('#src/domain/wording/refusalWords.ts')
    return refusalWords(refusal, ticker.now(), timeZone)
  } catch {
    return words.refused
  }
}

/**
 * Saves a service's draft into a ticket, beside the text of its post-mortem, which stays as it is. The ticket is asked for
 * its whys once more right before: what somebody else saved meanwhile is not overwritten.
 */
export async function saveWhys(sources: Sources, ticket: string, job: Job): Promise<SaveFault | null> {
  const { whys, service, by } = job
  const detail = await sources.desk.ticket(ticket)
  if (detail === null) return refused(words.noAnswer)
  const theirs = { ticket: detail.ticket.id, whys: detail.ticket.whys }
  tellWhys(whys, service, theirs)
  const state = whys.store.getState()
  const standing = whyStanding(state.drafts.get(service), theirs)
  if (standing === 'saved') return null
  if (standing !== 'ahead') return { kind: 'unsure' }
  const written: readonly Why[] = shownWhys(state, service).whys.filter(isWritten)
  const markdown = detail.ticket.postmortem ?? ''
  const outcome = await sources.desk.command(
    theirs.ticket,
    { do: 'postmortem', whys: written, markdown },
    { by },
  )
  if (outcome === null) return refused(words.noAnswer)
  if (!outcome.ok) return refused(await refusalText(outcome.error, sources))
  savedWhys(whys, service, { ticket: theirs.ticket, whys: written })
  return null
}

/** Opens a ticket and saves a service's draft into it. Answers with the ticket's id, where it was opened, and what is wrong. */
export async function openWithWhys(
  sources: Sources,
  draft: Pick<TicketDraft, 'title' | 'priority'>,
  job: Job,
): Promise<{ readonly ticket: string | null; readonly fault: SaveFault | null }> {
  const outcome = await sources.desk.open(
    {
      ...draft,
      description: '',
      service: job.service,
      project: null,
      source: 'hand',
      dedupKey: null,
      openedAt: sources.ticker.now() + (sources.board.getState().desk?.offset ?? 0),
      links: [],
    },
    job.by,
  )
  if (outcome === null) return { ticket: null, fault: refused(words.noAnswer) }
  if (!outcome.ok) return { ticket: null, fault: refused(await refusalText(outcome.error, sources)) }
  const { ticket } = outcome.value
  return { ticket, fault: await saveWhys(sources, ticket, job) }
}
