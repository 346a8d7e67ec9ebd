const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The texts of five whys and of what is pinned to them, in English. */
export const englishWhys = {
  title: 'Five whys',
  counts: (answers: number, pins: number) => `${count(answers, 'answer')}, ${count(pins, 'pin')}`,
  none: 'nothing yet: pin a chart, a line of a log or a check with p',
  hint: 'Why did it happen, and why that? Each answer needs what shows it: what you pin goes to the answer that you write at. Kept in this browser until it is saved into a ticket.',
  why: (n: number) => `Why ${n}`,
  aimed: 'pins go here',

  pin: 'Pin to the five whys',
  pinWhat: (what: string) => `Pin to the five whys: ${what}`,
  pinned: (n: number) => `Pinned to why ${n}.`,
  already: (n: number) => `It is pinned to why ${n} already.`,
  full: (n: number) =>
    `Why ${n} has five pins, which is all it takes: write at another answer, or take one off.`,
  pins: (n: number) => `Pinned to why ${n}`,
  kind: { chart: 'chart', log: 'log', check: 'check' },
  charted: (signal: string, pod: string, from: string, to: string) => `${signal} of ${pod}, ${from} to ${to}`,
  ranged: (low: string, high: string, last: string) => `between ${low} and ${high}, ${last} at the end`,
  toView: (text: string) => `${text} (the view it was pinned in)`,
  remove: (text: string) => `Take off: ${text}`,
  move: (n: number, text: string) => `Move to why ${n}: ${text}`,

  onlyHere:
    'This browser keeps no more of it: its storage is full or blocked, or holds as many drafts as it may. What you write lives until this page is closed; save it into a ticket.',
  letGo: (service: string, what: string) => `Throw away the oldest other draft instead: ${service}, ${what}`,

  unsaved: 'not in a ticket yet',
  savedIn: (code: string) => `saved in ${code}`,
  ahead: (code: string) => `not saved in ${code} yet`,
  save: (code: string) => `Save into ${code}`,
  saved: (code: string) => `Saved into ${code}.`,
  see: (code: string) => `${code}: see the whys there`,
  apart: (code: string) =>
    `${code} has five whys of its own, which yours do not begin with. Choose before you save:`,
  changed: (code: string) =>
    `Somebody changed the five whys of ${code} since you began. Choose before you save:`,
  takeTheirs: (code: string) => `Throw mine away, take those of ${code}`,
  keepMine: (code: string) => `Keep mine: saving replaces those of ${code}`,
  theirs: (code: string) => `What ${code} has`,
  clear: 'Throw away what is not saved',
  cleared: 'What was not saved is thrown away.',
  noAnswer: 'The watch did not take it: it is starting, or has ended. Try again.',
  refused: 'It was refused, and the words for why could not be loaded. Look at the board.',

  newTicket: 'Open a ticket with these',
  newTitle: 'What is wrong',
  newPriority: 'Priority',
  priority: (n: number) => `P${n}`,
  titleOf: (service: string, what: string) => (what === '' ? `${service}: ` : `${service}: ${what}`),
  opened: 'The ticket is open, with these whys.',
  openedOnly: (why: string) => `The ticket is open, but the whys are not in it yet. ${why}`,
  name: 'Your name, as the others know you',
  signIn: 'Sign in on the board first: it is shared, and you may only look.',
  board: 'To the board',

  unsavedKept: 'This was written here before and not saved.',
  unsavedOld:
    'This was written here before and not saved; somebody saved another text meanwhile. Saving replaces it.',
  unsavedHere:
    'This browser keeps no more of it: its storage is full or blocked, or holds as many drafts as it may. What you write lives until this page is closed; save it.',
  throwAway: 'Throw it away, show what is saved',
}
