import type { DeskActions } from '#src/state/deskActions.ts'

/** A desk that nobody sits at: every question is answered by null. */
export const idleDesk: DeskActions = {
  ticket: () => Promise.resolve(null),
  command: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
  statistics: () => Promise.resolve(null),
  ticketsCsv: () => Promise.resolve(null),
  signIn: () => Promise.resolve(false),
  checkStore: () => Promise.resolve(null),
  exportTickets: () => Promise.resolve(null),
  importTickets: () => Promise.resolve(null),
}
