/** What a check says of a ticket, in English. */
export const englishCheckTicket = {
  opened: (moment: string) => `opened ${moment}`,
  openSince: (moment: string) => `open since ${moment}`,
  reopened: (moment: string, again: string) => `opened ${moment}, again ${again}`,
  notAcknowledged: 'not acknowledged',
  neverAcknowledged: 'never acknowledged',
  tta: (took: string, by: string) => `TTA ${took} by ${by}`,
  over: (text: string, target: string) => `${text}, over the ${target} agreed`,
  breached: (clock: string, moment: string) => `${clock} breached ${moment}`,
  restored: (moment: string, took: string) => `restored ${moment}, TRS ${took}`,
  deed: (moment: string, by: string, what: string) => `${moment} ${by}: ${what}`,
} as const
