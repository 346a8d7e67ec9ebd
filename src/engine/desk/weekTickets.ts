import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { WeekTickets } from '#src/domain/week/week.ts'
import type { DeskSources } from './answerDesk.ts'

/** Who looks at no week needs none of it: it comes in a chunk of its own. */
const bring = () => import('#src/domain/week/weekTickets.ts').catch(() => null)

/** The figures of a week's tickets as of now, by the clock of the team's engine where there is one. Null: nothing can tell. */
export async function weekTickets(
  { shelf, ports }: Pick<DeskSources, 'shelf' | 'ports'>,
  { from, to }: SeenSpan,
): Promise<WeekTickets | null> {
  const brought = await bring()
  const now = ports.now() + (shelf.log.status().skew ?? 0)
  return brought?.weekTickets([...shelf.book.all().values()], { from, to }, now) ?? null
}
