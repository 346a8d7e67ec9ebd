/** What is said of alerts and of the Alertmanager that tells of them. */
export const englishAlerts = {
  why: {
    label: (name: string, value: string) => `label ${name} is ${value}`,
    service: 'set for its service in the fleet file',
    unknown: 'neither severity nor priority is known',
  },
  unnamed: 'Alert without a name',
  links: { runbook: 'runbook', dashboard: 'dashboard', query: 'query' },
  fault: {
    noJson: (line: number, column: number) => `answered with no JSON (line ${line}, column ${column})`,
    unexpected: (what: string) => `answered with ${what}`,
    refused: (status: number, why: string) => `refused it with HTTP ${status}${why === '' ? '' : `: ${why}`}`,
    noAddress: 'has no address that can be asked',
    cutOff: 'broke off in the middle of an answer',
    unknownAlert: 'does not tell of that alert any more',
    noSource: 'is not named in the fleet file',
    ended: 'is asked no more',
    notHeard: 'has not answered yet',
    noPast: 'No Prometheus is named in the fleet file: what happened meanwhile is not known.',
    notFetched: 'The part of the page that reads the past could not be loaded.',
  },
} as const
