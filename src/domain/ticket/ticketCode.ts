const DIGITS = 5

/** What people call a ticket: `T-` and the last five characters of its id, which are of chance whoever made it. */
export const ticketCode = (id: string): string => `T-${id.slice(-DIGITS).toUpperCase()}`
