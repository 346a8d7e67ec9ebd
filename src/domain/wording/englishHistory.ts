const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** What the window on the remembered past says. Its chunk is loaded when it is opened: nothing else needs these texts. */
export const englishHistory = {
  intro:
    'What was read of every pod is kept in this browser: every two minutes for the last 24 hours, hourly for 28 days.',
  fact: { since: 'Since', series: 'Series', memory: 'In memory', stored: 'Stored' },
  nothingYet: 'nothing yet: it begins now',
  refused: (values: string) =>
    `${values} values found no room there: watch fewer pods in one fleet file to remember all of them.`,
  storedHere: (size: string) => `${size}, with all else that this address stores`,
  storedUntold: 'the browser does not say how much',
  storedNot: 'nothing for now',

  notice: {
    heading: 'Notices',
    memoryOnly: {
      what: {
        refused: 'Nothing is stored: this browser gives the page no storage',
        'newer-version': 'Nothing is stored: a later build of this program has stored here',
        lost: 'Nothing is stored: the browser closed or deleted what was stored',
        hangs: 'Nothing is stored: the database of this browser does not answer',
        fails: 'Nothing is stored: the database of this browser fails',
      },
      because: (what: string, detail: string) => `${what} (${detail})`,
      meaning: (moment: string) =>
        `What is seen from ${moment} on is forgotten when the last tab of this dashboard is closed.`,
      todo: {
        refused:
          'Private windows and blocked cookies do that: open it in an ordinary window, or export before you close it.',
        'newer-version': 'Reload all tabs of this dashboard: they then run the later build.',
        lost: 'It is opened again by itself, and gets back what is in memory. If that lasts, reload the page.',
        hangs: 'It is asked again by itself. If that lasts, restart the browser; export before.',
        fails:
          'See whether the disk is full or faulty. It is tried again by itself; export before you close it.',
      },
    },
    full: {
      what: 'The disk, or the share of it that the browser gives, is full',
      hours: (n: number) => `${count(n, 'hour')} in steps of two minutes`,
      days: (n: number) => `${count(n, 'day')} in hourly steps`,
      gave: (what: string) => `Given up, the oldest first: ${what}.`,
      gaveNothing: 'Nothing was given up so far.',
      paused: (moment: string) =>
        `Even so nothing can be stored since ${moment}: a reload loses what is seen from then on.`,
      todo: 'Free some of the disk, or delete what other pages store in this browser. It is tried again by itself.',
    },
    unusable: {
      what: {
        damaged: (n: number) =>
          `${count(n, 'stored record')} ${n === 1 ? 'was' : 'were'} damaged and ${n === 1 ? 'is' : 'are'} gone`,
        'other-version': (n: number) =>
          `${count(n, 'stored record')} of another version of this program ${n === 1 ? 'is' : 'are'} gone`,
        unreadable: (n: number) =>
          `${count(n, 'stored record')} cannot be read for now, and ${n === 1 ? 'is' : 'are'} left as ${n === 1 ? 'it is' : 'they are'}`,
      },
      meaning: 'The lines have gaps there, and slopes rest on what is left. All else is as it was.',
      todo: {
        damaged:
          'Import a file that was exported before, if there is one; a Prometheus source fills such gaps.',
        'other-version':
          'Import a file that this version exported, if there is one; a Prometheus source fills such gaps.',
        unreadable: 'Reload the page to try again. If that lasts, see whether the disk is faulty.',
      },
    },
    again: 'It is stored again',
    againMeaning: 'What was seen meanwhile is stored, too.',
  },

  source: {
    heading: 'From Prometheus',
    none: 'The fleet file names no source of the past. With the address of a Prometheus in sources.prometheus, the night and the month are there at once.',
    waiting: 'It is about to be asked.',
    matching: 'Looking which pods it knows.',
    running: (done: number, of: number) => `Fetching the past: ${done} of ${count(of, 'pod')}.`,
    filled: (moment: string, pods: number, series: string, samples: string) =>
      `Asked ${moment}: it gave the past of ${count(pods, 'pod')}, ${samples} samples of ${series} series.`,
    empty: (moment: string) => `Asked ${moment}: it gave nothing of the pods of this fleet.`,
    failed: (moment: string, what: string) => `Asked ${moment}, it could not be read: ${what}.`,
    refused: (services: string, what: string) => `It gave nothing for ${services}: ${what}.`,
    leftOut: (names: string) => `Left out, as there are too many series of them: ${names}.`,
    warned: (words: string) => `It warns: ${words}`,
    unknown: (n: number) => `${count(n, 'pod')} it does not know`,
  },

  token: {
    label: 'Token',
    goesTo: (address: string) => `It goes to ${address} and nowhere else`,
    through: (address: string) => `${address}, through the server of this page,`,
    scheme: 'What begins with “Basic ” or “Bearer ” is sent as typed, all else as a bearer token.',
    kept: 'It is kept in memory until the last tab of this dashboard is closed, and never stored.',
    inTheOpen:
      'It travels unencrypted: whoever is on the way can read it, as the address begins with http://.',
    stripped:
      'The server of this page passes no token on to it: write "credentials": "include" in sources.prometheus of the fleet file first.',
    send: 'Use it',
    forget: 'Forget the token',
    held: 'A token goes with every question to it until the last tab is closed.',
    heldInVain: 'It wants a sign-in in spite of the token: type in another, or forget it.',
    given: 'The token is taken.',
    forgotten: 'The token is forgotten.',
    notTaken:
      'The token was not taken: only letters, digits and marks without accents can be sent, and the source has to be the one shown here.',
  },

  file: {
    heading: 'As a file',
    meaning: 'For another browser, or as a copy. What was measured here is never replaced by a file.',
    export: 'Export',
    import: 'Import',
    exporting: 'Putting the file together.',
    importing: 'Reading the file.',
    exported: (name: string, size: string) => `${name} is saved (${size}).`,
    notNow: 'The watch is still reading what is stored. Try again in a moment.',
    imported: (bins: string, series: number) =>
      `The file told ${bins === '1' ? '1 value' : `${bins} values`} of ${count(series, 'series', 'series')}: what was missing here is added, and slopes are judged anew.`,
    nothingIn: 'The file tells nothing of the pods of this fleet: nothing was added.',
    damaged: 'The file is damaged. Nothing was added: export it once more, or copy it again.',
    foreign: 'That is no file of this dashboard. Nothing was added: choose one that was made with Export.',
    otherVersion: (version: number) =>
      `The file was made by another version of this program (format ${version}). Nothing was added: export it with the version that runs here.`,
    tooLarge: (size: string, cap: string) =>
      `The file has ${size}, more than the ${cap} that are read. Nothing was added: a month of this fleet is far smaller.`,
    unreadable: 'The file could not be read. Nothing was added: see whether it is still there.',
  },
} as const
