import { count } from './englishCount.ts'
import type { Neighbour } from '#src/domain/surroundings/surroundings.ts'
import type { TicketState } from '#src/domain/ticket/ticket.ts'

const STATE: Readonly<Record<TicketState, string>> = {
  new: 'new',
  acknowledged: 'acknowledged',
  paused: 'paused',
  resolved: 'resolved',
  merged: 'merged',
}

const KIND: Readonly<Record<Neighbour['kind'], string>> = {
  service: '',
  external: 'outside of the fleet, not watched',
  missing: 'in no fleet file',
}

/** What is said on the screen of a service, and over that of a pod. */
export const englishService = {
  digest: 'Digest',
  way: 'Where this is',
  tools: 'Links of the service',
  loading: 'Asking the watch for this service',
  since: (light: string, moment: string) => `${light} since ${moment}`,

  unknown: {
    title: (name: string) => (name === '' ? 'No service is named' : `The fleet has no service “${name}”`),
    text: 'It may have been renamed or taken out of the fleet file.',
    meant: 'Did you mean',
    home: 'To the digest, which names all of them',
    none: 'The fleet has no service at all yet.',
  },

  verdict: {
    heading: 'Verdict',
    headingNow: 'Verdict now',
    well: (pods: number) => `All is well on ${count(pods, 'pod')}.`,
    unseen: 'Nothing was seen of it yet.',
    wasLight: (light: string, moment: string) => `When it was last seen it was ${light}: ${moment}.`,
    under: 'Suspected root:',
    affects: 'Drags down:',
    shownOn: (pod: string) => `shown on ${pod}`,
  },

  past: {
    pods: (moment: string) => `Its pods at ${moment}`,
    unknown: (moment: string) =>
      `Which pods it had at ${moment} is not known, nor how they stood: these are those of now, with what was read of them.`,
    below: 'All that follows is of now.',
  },

  range: {
    label: 'How far back',
    name: { '1h': '1 h', '6h': '6 h', '24h': '24 h', '7d': '7 d', '28d': '28 d' },
    young: (since: string, known: string, of: string) => `Read since about ${since}: ${known} of ${of}.`,
    show: (range: string) => `Show ${range}`,
  },

  pods: {
    heading: 'Pods side by side',
    caption: (span: string, end: string) => `one scale a signal, ${span} up to ${end}`,
    now: 'now',
    signal: 'signal',
    none: 'No pod told a signal in this time.',
    noneOf: (names: string) => `No pod told anything of ${names} in this time.`,
    untold: 'How its signals went could not be worked out.',
    noPods: 'The fleet file names no pod of it.',
    looking: 'Asking how its signals went',
    scale: (low: string, high: string) => `${low} to ${high}`,
    limit: (bound: string) => `limit ${bound}`,
    notTold: 'not told',
    more: (n: number) => count(n, 'more signal'),
    others: 'Other signals that were told',
    fewer: 'Only what matters most',
    times: (times: string) => `${times} × the others`,
    timesOf: (times: string, other: string) => `${times} × ${other}`,
    plain: (value: string, others: string) => `${value}, the others ${others}`,
    odd: (pod: string, how: string) => `${pod} ${how}`,
    pinned: (signal: string, says: string, moment: string) => `${signal}: ${says}, ${moment}`,
    oddMark: 'differs from the others',
    lowest: 'lowest',
    middle: 'median',
    highest: 'highest',
  },

  load: {
    heading: 'Share of load',
    caption: (total: string, fair: string) => `${total} in all, a fair share is ${fair}`,
    none: 'Its pods tell no requests now.',
    noneThen: 'Its pods told no requests then.',
    missing: 'tells none',
  },

  starts: {
    heading: 'Versions and deploys',
    deploy: (version: string | null, at: string) =>
      version === null ? `deploy at ${at}` : `deploy ${version} at ${at}`,
    restart: (at: string) => `restart at ${at}`,
    none: (span: string) => `No deploy and no restart of its pods was seen in ${span}.`,
    unknownVersion: 'version not told',
    legend: 'deploy',
    legendRestart: 'restart',
  },

  needs: {
    heading: 'Dependencies',
    needs: 'Needs',
    neededBy: 'Needed by',
    nothing: 'It needs nothing that is known, and nothing that is known needs it.',
    looking: 'Asking what it needs',
    untold: 'What it needs could not be worked out.',
    graph: 'What needs it, left, and what it needs, right',
    list: 'As a list',
    leftOut: (n: number) => `${count(n, 'more neighbour')} left out: the nearest and the worst are shown.`,
    kind: KIND,
    byCheck: 'named by a health check',
    via: (names: string) => `through ${names}`,
  },

  tickets: {
    heading: 'Open tickets',
    none: 'None is open.',
    unknown: 'Nothing is known of tickets yet.',
    state: STATE,
    by: (state: string, who: string) => `${state} by ${who}`,
    since: (moment: string) => `since ${moment}`,
  },

  logs: 'Log lines of its pods',

  keys: {
    list: [
      ['j  k', 'from pod to pod'],
      ['Enter', 'open the pod'],
      ['t', 'open the first ticket'],
      ['Esc', 'to the digest'],
      ['Back', 'undoes opening, ranges and times'],
      ['?', 'this list'],
    ] as readonly (readonly [string, string])[],
  },
}
