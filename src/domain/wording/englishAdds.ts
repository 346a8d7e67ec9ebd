const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The texts of what a file would add to the log of tickets, in English. */
export const englishAdds = {
  adds: 'What it would add',
  nothingNew: 'Nothing: all of it is here already.',
  newTickets: (n: number) => count(n, 'ticket'),
  moreOf: (n: number) => `more of ${count(n, 'ticket')} that are here`,
  events: (n: number) => count(n, 'event'),
  signOffs: (n: number) => count(n, 'sign-off'),
  watches: (n: number) => count(n, 'watch', 'watches'),
  known: (n: number) => `${count(n, 'event')} of it are here already`,
  andMore: (n: number) => `and ${n} more`,
} as const
