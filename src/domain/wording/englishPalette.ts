import type { EntryKind } from '#src/domain/palette/paletteEntry.ts'
import type { PlaceName } from '#src/domain/palette/places.ts'
import type { TicketState } from '#src/domain/ticket/ticket.ts'
import { count } from './englishCount.ts'

const KIND: Readonly<Record<EntryKind, string>> = {
  service: 'service',
  pod: 'pod',
  ticket: 'ticket',
  signal: 'signal',
  rule: 'rule',
  screen: 'screen',
  action: 'action',
}

const PLACE: Readonly<Record<PlaceName, string>> = {
  digest: 'Digest',
  board: 'Incident board',
  check: 'Morning check',
  wall: 'Wall',
  reach: 'Reachability',
  rules: 'Rules of the lights',
  figures: 'Figures',
  preferences: 'Preferences',
}

/** What else the screens are looked for by. */
const PLACE_ABOUT: Readonly<Record<PlaceName, string>> = {
  digest: 'the whole fleet, worst first; home',
  board: 'tickets: who must act on what, now; incidents',
  check: 'what changed since the last check; morning',
  wall: 'all services on one screen; NOC, TV',
  reach: 'whether every pod and source can be read',
  rules: 'why something is orange or red; thresholds',
  figures: 'TTA and TRS of the team; statistics',
  preferences: 'theme, time zone, sounds; settings',
}

const STATE: Readonly<Record<TicketState, string>> = {
  new: 'new',
  acknowledged: 'acknowledged',
  paused: 'paused',
  resolved: 'resolved',
  merged: 'merged',
}

/** What is said of the palette, in English. */
export const englishPalette = {
  title: 'Find',
  label: 'Find a service, pod, ticket, signal, rule, screen or action',
  placeholder: 'Service, pod, ticket, signal, rule, screen, action',
  list: 'What was found',
  kind: KIND,
  place: PLACE,
  placeAbout: PLACE_ABOUT,
  check: { report: 'Report', week: 'Week', handover: 'Handover' },
  checkAbout: 'a view of the morning check',

  serviceAbout: (team: string | null, tier: number | null, pods: number) =>
    [team, tier === null ? null : `tier ${tier}`, count(pods, 'pod')]
      .filter((one) => one !== null)
      .join(', '),
  podAbout: (service: string, version: string | null) =>
    version === null ? `of ${service}` : `of ${service}, ${version}`,
  ticketName: (code: string, title: string) => `${code} ${title}`,
  ticketAbout: (priority: number, state: TicketState, service: string | null, who: string | null) =>
    [`P${priority}`, STATE[state], service, who].filter((one) => one !== null).join(', '),
  signalName: (signal: string, of: string) => `${signal} of ${of}`,
  signalAbout: 'its line',

  action: {
    filter: 'Filter this list',
    filterBy: (query: string) => `Filter this list by “${query}”`,
    keys: 'Keys of this screen',
    auto: 'Theme as the system has it',
    light: 'Light theme',
    dark: 'Dark theme',
    contrast: 'High-contrast theme',
    singleOn: 'Let single-letter keys work',
    singleOff: 'Switch single-letter keys off',
  },
  filterKey: '/',

  none: (query: string) => `Nothing is called “${query}”.`,
  nothingYet: 'No service is known yet.',
  found: (n: number) => count(n, 'match', 'matches'),
  hint: [
    ['↓ ↑', 'choose'],
    ['Enter', 'go there'],
    ['Ctrl-Enter', 'in a new tab'],
    ['Esc', 'close; what you typed stays'],
  ] as readonly (readonly [string, string])[],

  /** Of a screen that has no list of its own. */
  plainKeys: [
    ['j  k', 'next, previous link or part'],
    ['Enter', 'open it'],
    ['Esc', 'up, to where this screen belongs'],
    ['?', 'this list'],
  ] as readonly (readonly [string, string])[],

  chord: {
    waits: 'Go to: a second key',
    ways: 'Second keys',
  },
} as const
