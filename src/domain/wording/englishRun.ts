/** What the digest says of tickets and of who is on duty. */
export const englishRun = {
  label: 'Tickets and duty',
  board: 'Board',
  none: 'no open tickets',
  open: (n: number) => `${n} open ${n === 1 ? 'ticket' : 'tickets'}`,
  unacknowledged: (n: number) => `${n} not acknowledged`,
  breached: (n: number) => `${n} breached`,
  atRisk: (n: number) => `${n} at risk`,
  nextDue: (moment: string) => `next due ${moment}`,
  duty: (who: string) => `RUN duty: ${who}`,
  until: (moment: string, next: string | null) =>
    next === null ? `until ${moment}` : `until ${moment}, then ${next}`,
  hypercare: (of: string, moment: string) => `hypercare of ${of} until ${moment}`,
} as const
