import type { WeekDrift } from '#src/domain/week/week.ts'
import { count } from './englishCount.ts'

const OUTCOME: Readonly<Record<WeekDrift['outcome'], string>> = {
  caught: 'caught',
  reached: 'at its limit',
  standing: 'stands',
  unseen: 'end not seen',
}

/** How many drifts went how. */
const OUTCOMES: Readonly<Record<WeekDrift['outcome'], (n: number) => string>> = {
  caught: (n) => `${n} ended before ${n === 1 ? 'its' : 'their'} limit`,
  reached: (n) => `${n} reached ${n === 1 ? 'its' : 'their'} limit`,
  standing: (n) => `${n} ${n === 1 ? 'stands' : 'stand'}`,
  unseen: (n) => `${n} ended while nobody watched`,
}

/** What is said of a fleet's week, in English. Only who looks at one needs it. */
export const englishWeek = {
  title: 'Numbers of the week',
  back: ['The last 7 days', 'The week before', 'Two weeks before', 'Three weeks before'],
  span: (from: string, to: string) => `${from} to ${to}`,
  now: 'now',
  earlier: 'Earlier week',
  later: 'Later week',
  csv: 'Week as CSV',
  saved: (name: string) => `Saved as ${name}.`,
  file: (from: string, to: string) => `week-${from}-${to}.csv`,
  loading: 'Adding up the week',
  noWatch: 'The watch does not answer, so nothing can be counted: reload the page.',

  seenOf: (seen: string, of: string) => `seen ${seen} of ${of}`,
  hour: 'h',
  minute: 'min',
  nothing: 'Nobody watched in this week',
  nothingHint:
    'What nobody watched is counted neither as well nor as trouble. Numbers come from what this browser saw, and from the fleet’s Prometheus where there is one.',
  noneSeen: 'No service could be seen in this week',
  noRed: (n: number) =>
    n === 1 ? 'The one service was never seen red' : `None of ${n} services was seen red`,
  red: (n: number, of: number, which: string) =>
    `${n} of ${count(of, 'service')} ${n === 1 ? 'was' : 'were'} seen red: ${which}`,
  more: (n: number) => `${n} more`,

  figure: {
    seen: 'Watched',
    seenOf: (of: string, gaps: number) => `of ${of}, ${gaps === 0 ? 'without a gap' : count(gaps, 'gap')}`,
    tta: 'Time to acknowledge',
    trs: 'Time to restore',
    median: (n: number) => (n === 1 ? 'once' : `median of ${n}`),
    never: 'nothing to time',
    broken: 'Limits broken',
    ofTickets: (n: number, open: number) =>
      open === 0 ? count(n, 'ticket') : `${count(n, 'ticket')}, ${open} still open`,
    brokenOlder: 'of older tickets',
    noTicket: 'no ticket',
    deploys: 'Deploys',
    drifts: 'Drifts',
    notAsked: 'the board does not answer',
    notWatched: 'nobody watched',
  },
  noDeploy: 'no deploy',
  noDeployWatched: 'none was watched',
  noDrift: 'none was told',
  deploys: (n: number) => count(n, 'deploy'),
  drifts: (n: number) => count(n, 'drift'),
  tickets: (n: number) => count(n, 'ticket'),
  clock: (name: string, time: string, n: number) =>
    `${name} ${time} (${n === 1 ? 'once' : `median of ${n}`})`,
  tta: 'TTA',
  trs: 'TRS',
  broken: (n: number) => `${count(n, 'limit')} broken`,
  driftOutcome: OUTCOME,
  driftOutcomes: OUTCOMES,

  coverage: (spells: number, seen: string, of: string) =>
    `Watched in ${count(spells, 'stretch', 'stretches')}, ${seen} of ${of} in all; blank: nobody watched`,

  table: 'Services of the week, the least available first',
  column: {
    service: 'Service',
    available: 'Not red',
    seen: 'of seen',
    red: 'Red',
    spells: 'times',
    orange: 'Orange',
    deploys: 'Deploys',
    failed: 'then red',
    drifts: 'Drifts caught',
  },
  of: (n: number, of: number) => `${n} of ${of}`,
  plusUnseen: (n: number) => `+${n} unseen`,
  none: '0',
  unknown: '–',
  well: (n: number) => (n === 1 ? 'One service' : `${n} services`),
  wellRest: (least: string, most: string) =>
    least === most
      ? `never seen red or orange in ${most}, neither deployed nor drifting:`
      : `never seen red or orange in ${least} to ${most}, neither deployed nor drifting:`,
  driftsTitle: 'Drifts',
  saidAt: (moment: string) => `said ${moment}`,
  moreDrifts: (n: number) => `${n} more`,
  notesTitle: 'How it is counted',
  notes: [
    '“Not red” is the share of the time in which a service’s light was seen and was not red. Grey and gaps count for nothing; under an hour nothing is said.',
    'A red light is put down to a deploy that it follows within its hypercare. Deploys that nobody watched stand apart (“unseen”).',
    'A drift is caught where it was seen to end before its limit. Times are of tickets that were restored in the week; open ones have none yet.',
  ],

  csvColumn: {
    from: 'from UTC',
    to: 'to UTC',
    service: 'service',
    all: 'all',
    seen: 'seen min',
    available: 'not red',
    green: 'green min',
    orange: 'orange min',
    red: 'red min',
    spells: 'red spells',
    deploys: 'deploys watched',
    failed: 'deploys followed by red',
    unseen: 'deploys seen only afterwards',
    caught: 'drifts caught',
    reached: 'drifts at their limit',
    standing: 'drifts standing',
    driftsUnseen: 'drifts whose end nobody saw',
    tickets: 'tickets',
    ttaN: 'TTA n',
    tta: 'TTA median min',
    trsN: 'TRS n',
    trs: 'TRS median min',
    broken: 'limits broken',
  },
}
