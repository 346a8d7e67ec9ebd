/** What is said of a hypercare that people agreed on, and of when it may end. */
export const englishCare = {
  title: (of: string) => `Hypercare of ${of}`,
  until: (moment: string) => `until ${moment}`,
  meaning: 'Its tickets are one priority higher, acknowledged in half the time, and go by day and night.',
  exit: 'It may end when',
  met: { yes: 'met', no: 'not yet', unknown: 'not known here' },
  noneUrgent: 'no P1 or P2 is open',
  urgent: (n: number) => `no P1 or P2 is open: ${n} ${n === 1 ? 'is' : 'are'}`,
  quiet: (need: string) => `there was no P1 or P2 for ${need}`,
  quietSince: (need: string, since: string) => `there was no P1 or P2 for ${need}: none since ${since}`,
  inflow: (lastWeek: number, usual: string) =>
    `no more tickets come than before: ${lastWeek} in the last week, usually ${usual}`,
  inflowUnknown: (lastWeek: number) =>
    `no more tickets come than before: ${lastWeek} in the last week, too little is known of those before`,
  runbooks: 'every service has a runbook',
  noRunbooks: (names: string) => `every service has a runbook: ${names} has none`,
  owner: 'whoever is responsible for it agrees',
  close: 'Close',
} as const
