import { count } from './englishCount.ts'

/** What the wall says of itself: of its calls, and of what it takes to hang for weeks. Only who opens one needs it. */
export const englishWallKeep = {
  sound: {
    on: 'sound on',
    quiet: 'sound quiet',
    off: 'sound off',
    muted: (moment: string) => `muted until ${moment}`,
    /** `until orders is acknowledged`. */
    mutedFor: (who: string, n: number, moment: string) =>
      `muted until ${who} ${n === 1 ? 'is' : 'are'} acknowledged, at the latest ${moment}`,
    services: (n: number) => count(n, 'service'),
    blocked: 'press any key to allow sound',
    silent: 'this computer plays no sound',
    /** What a press of the button does. */
    key: 'm: mute for 15 min, 1 h, until acknowledged, or not',
  },
  notices: {
    ask: 'n: desktop notices',
    denied: 'no desktop notices: this browser refuses them',
    insecure: 'no desktop notices: not on plain http',
    unsupported: 'no desktop notices: this browser has none',
    granted: 'desktop notices on',
  },
  /** `P1 · orders`, and what else became red with it. */
  call: (priority: number, name: string) => `P${priority} · ${name}`,
  called: (names: string) => `Newly red: ${names}`,
  calledMore: (n: number) => `and ${n} more`,
  openWall: (title: string) => `${title} is on the wall.`,

  wake: {
    insecure: 'screen may go dark: no wake lock on plain http',
    unsupported: 'screen may go dark: this browser has no wake lock',
    refused: 'screen may go dark: the system refuses a wake lock',
  },
  build: {
    busy: 'newer build: taken up a minute after the last key',
    failed: (moment: string) => `newer build did not come up: again ${moment}`,
    adopting: 'taking up a newer build',
  },

  fault: {
    title: 'The wall has stopped',
    text: 'A fault of this program. Nothing of the fleet is shown meanwhile.',
    again: (moment: string, left: string) => `Loaded anew by itself at ${moment}, in ${left}.`,
    now: 'Load now',
    loading: 'Loading',
  },

  own: {
    title: 'What this screen itself does',
    close: 'i or Esc closes',
    page: 'Page',
    watch: 'Watch',
    screen: 'Screen',
    notTold: 'not told',
    none: 'none',
    heap: 'JS heap',
    of: (used: string, limit: string) => `${used} of ${limit}`,
    elements: 'elements',
    stored: 'stored here',
    build: 'build',
    development: 'development',
    uptime: 'open for',
    since: (duration: string, moment: string) => `${duration}, since ${moment}`,
    mode: 'worker',
    shared: 'shared by all tabs',
    dedicated: 'of this tab',
    age: 'at work for',
    turn: 'last turn',
    ago: (age: string) => `${age} ago`,
    polls: 'polls',
    perSecond: (n: string) => `${n}/s`,
    late: 'begin late by',
    lateBy: (usually: string, worst: string) => `${usually}, at worst ${worst}`,
    dropped: 'dropped',
    droppedOf: (now: number, ever: number) => `${now} in a minute, ${ever} in all`,
    waiting: 'wait for a place',
    turnsLate: 'turns late by',
    lock: 'wake lock',
    locks: {
      none: 'not held',
      held: 'held',
      insecure: 'none on plain http',
      unsupported: 'not in this browser',
      refused: 'refused',
    },
    newer: 'newer build',
    newerIs: {
      none: 'none',
      busy: 'waits until nobody is here',
      adopting: 'being taken up',
      failed: 'did not come up',
    },
    sound: 'sound',
    sounds: {
      unknown: 'not tried',
      ready: 'allowed',
      blocked: 'blocked until a key is pressed',
      silent: 'not possible',
    },
    noticesAre: 'desktop notices',
    noticeStates: {
      default: 'n asks for them',
      granted: 'on',
      denied: 'refused by this browser',
      insecure: 'not on plain http',
      unsupported: 'not in this browser',
    },
  },

  health: {
    fine: (perSecond: string) => `${perSecond} polls/s`,
    late: (perSecond: string, late: string) => `${perSecond} polls/s, ${late} late`,
    dropped: (perSecond: string, n: number) => `${perSecond} polls/s, ${n} dropped`,
  },

  keys: [
    ['m', 'mute for 15 min, 1 h, until acknowledged, or not'],
    ['n', 'ask this browser for desktop notices'],
    ['i', 'what this screen itself does'],
  ] as readonly (readonly [string, string])[],
} as const
