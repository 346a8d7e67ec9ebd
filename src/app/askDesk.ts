import type { WatchClient } from '#src/engine/client.ts'
import type { DeskActions } from '#src/state/deskActions.ts'

/**
 * Asks the browser not to throw away what it stores for this page when the disk runs short: from the first deed on there
 * is something that is nowhere else. Browsers decide that by themselves, or ask the person; either answer is fine.
 */
async function keepForGood(): Promise<void> {
  // Not there on plain http hosts, nor in old browsers.
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}

/** The address of this page without what is behind `#`. */
const page = (): string => `${location.origin}${location.pathname}`

/** What screens ask of the tickets, question by question. */
export const askDesk = ({ ask }: Pick<WatchClient, 'ask'>): DeskActions => ({
  ticket: async (ticket) => {
    const answer = await ask({ about: 'ticket', ticket, page: page() })
    return answer.about === 'ticket' ? answer.found : null
  },
  command: async (ticket, command, { by, silence = false }) => {
    const answer = await ask({
      about: 'command',
      ticket,
      command,
      by,
      silence,
      page: page(),
    })
    const found = answer.about === 'command' ? answer.found : null
    if (found?.ok === true) void keepForGood().catch(() => undefined)
    return found
  },
  open: async (draft, by) => {
    const answer = await ask({ about: 'open-ticket', draft, by })
    return answer.about === 'open-ticket' ? answer.found : null
  },
  statistics: async () => {
    const answer = await ask({ about: 'statistics' })
    return answer.about === 'statistics' ? answer.found : null
  },
  ticketsCsv: async () => {
    const answer = await ask({ about: 'tickets-csv' })
    return answer.about === 'tickets-csv' ? answer.found : null
  },
  signIn: async (credentials) => {
    const answer = await ask({ about: 'sign-in', credentials })
    return answer.about === 'sign-in' && answer.found === true
  },
  checkStore: async () => {
    const answer = await ask({ about: 'check-store' })
    return answer.about === 'check-store' ? answer.found : null
  },
  exportTickets: async () => {
    const answer = await ask({ about: 'export-tickets' })
    return answer.about === 'export-tickets' ? answer.found : null
  },
  importTickets: async (events) => {
    const answer = await ask({ about: 'import-tickets', events })
    return answer.about === 'import-tickets' ? answer.found : null
  },
})
