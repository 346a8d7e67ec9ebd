import type { Chosen, ChoiceName, Preferences } from '#src/domain/preferences/preferences.ts'

type Option = { readonly title: string; readonly hint?: string }
type Options = { readonly [K in ChoiceName]: Readonly<Record<Chosen<K>, Option>> }

const OPTIONS: Options = {
  theme: {
    auto: { title: 'As the system', hint: 'Light by day, dark by night, where the system does so.' },
    light: { title: 'Light' },
    dark: { title: 'Dark' },
    contrast: {
      title: 'High contrast',
      hint: 'All text at least 7:1, in the light or the dark of the system.',
    },
  },
  density: {
    comfortable: { title: 'Comfortable' },
    compact: {
      title: 'Compact',
      hint: 'Rows of the digest and the board closer together: more on one screen.',
    },
  },
  zone: {
    mine: { title: 'Mine' },
    fleet: { title: 'The fleet’s', hint: 'That of its mornings: morning.timeZone in the fleet file.' },
    utc: { title: 'UTC' },
  },
  sound: {
    on: { title: 'On', hint: 'A call for each priority when a service turns red.' },
    quiet: { title: 'Quiet', hint: 'The same at a third of the loudness.' },
    off: { title: 'Off' },
  },
  start: {
    digest: { title: 'Digest' },
    board: { title: 'Incident board' },
    check: { title: 'Morning check' },
    wall: { title: 'Wall' },
  },
}

const NAMES: Readonly<Record<keyof Preferences, string>> = {
  theme: 'Theme',
  density: 'Rows',
  zone: 'Time zone',
  sound: 'Sounds',
  notices: 'Desktop notices',
  start: 'First screen',
  name: 'Your name',
  singleKeys: 'Single-letter keys',
}

const place = (line: number, column: number): string => `line ${line}, column ${column}`

/** The screen of the preferences. Only who opens it needs it. */
export const englishPreferences = {
  title: 'Preferences',
  lead: 'Kept in this browser, for all its tabs. What you choose holds at once.',
  names: NAMES,
  options: OPTIONS,
  yesNo: (value: boolean): string => (value ? 'on' : 'off'),
  noName: 'none',

  sections: {
    look: 'Look',
    times: 'Times',
    calls: 'Calls',
    start: 'Start',
    you: 'You',
    keep: 'Take along',
  },
  meant: {
    times:
      'Every clock time and day on the screens. The journal keeps the words of its time, the figures the months of this browser’s zone.',
    calls: 'Of a wall: what its address says comes first, this where it says nothing.',
    start: 'What opens where the address names no screen. #/ is always the digest.',
    you: 'Signs what you do to tickets and checks. On a shared board the name you signed in with counts.',
    keep: 'All of this as a file, for another browser. It holds your name, and nothing of the fleet.',
  },

  fleetUnknown: 'Not known yet: until then yours.',
  zoneNow: (zone: string, clock: string) => `${zone}, ${clock} now`,

  sound: {
    try: 'Hear',
    call: (priority: number) => `Hear a P${priority}`,
    off: 'Sounds are off: nothing is played.',
    blocked: 'This browser plays nothing before a key or a button was pressed on the page.',
    silent: 'This computer plays no sound: look at its loudspeakers and its sound settings.',
    playing: (priority: number) => `That was a P${priority}.`,
  },
  notices: {
    label: 'Tell a new red on the desktop',
    ask: 'Allow them',
    try: 'Show one',
    tryTitle: 'P2 · a service',
    tryText: 'This is how a new red is told. Nothing has happened.',
    shown: 'One was shown. Not seen? Then the system holds notices back.',
    state: {
      default: 'This browser was not asked yet.',
      granted: 'This browser allows them.',
      denied: 'This browser refuses them: allow notifications for this address in its site settings.',
      insecure: 'Not on plain http: open the page over https or on localhost.',
      unsupported: 'This browser has none.',
    },
  },

  nameHint: (most: number) => `Up to ${most} characters.`,
  nameRefused: 'This name is too long or has characters that are not seen.',
  singleKeys: 'j, k, d, s and the like without Ctrl or Alt',
  singleKeysHint: 'Switch them off where speech input or a slip of the hand sets them off.',

  file: {
    save: 'Save as a file',
    open: 'Take from a file',
    first: 'All as at first',
    saved: (name: string) => `${name} is saved.`,
    tooLarge: (size: string, most: string) =>
      `That file has ${size}, preferences have at most ${most}: it is another one.`,
    unreadable: 'The file cannot be read: choose it again.',
    endsEarly: (line: number, column: number) =>
      `The file ends too early, at ${place(line, column)}: save it again.`,
    notJson: (line: number, column: number) => `The file is no JSON: look at ${place(line, column)}.`,
    other: 'That is no file of preferences. One begins with "kind": "morning-check/preferences".',
    newer: 'The file is of a newer build: reload this page, then take it again.',
    same: (what: string) => `${what} would change nothing.`,
    offer: (what: string) => `${what} would change`,
    firstSource: 'Going back',
    what: 'preference',
    from: 'now',
    to: 'then',
    refused: (n: number) => `${n} ${n === 1 ? 'entry is' : 'entries are'} not understood and left out`,
    wanted: {
      choices: (words: string) => `write one of ${words}`,
      'yes-or-no': 'write true or false',
      name: 'write a text of at most 120 characters, all of them visible',
      nothing: 'there is no such preference',
    },
    refusedLine: (name: string, value: string, wanted: string) => `${name}: ${value}; ${wanted}`,
    take: 'Change them',
    leave: 'Leave it',
    taken: (n: number) => `${n} ${n === 1 ? 'preference' : 'preferences'} changed.`,
    left: 'Nothing was changed.',
  },
}
