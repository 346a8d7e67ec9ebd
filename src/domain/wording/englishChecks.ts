import { formatNumber } from './formatNumber.ts'

const count = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`

const before = (age: string | null): string => (age === null ? 'before that' : `${age} ago`)

/** What is said of a health page, check by check, and of its body to the letter. */
export const englishChecks = {
  state: { ok: 'OK', degraded: 'degraded', down: 'DOWN', unknown: 'does not say' },
  says: 'It says',
  failed: (age: string | null) => `It does not answer as it should now; ${before(age)} it said`,
  unheard: (age: string | null) => `Nothing is heard of it now; ${before(age)} it said`,
  nothingYet: 'It has given no health answer yet.',
  readAs: (format: string) => `read as ${format}`,
  answered: (clock: string) => `answered at ${clock}`,
  took: (took: string) => `in ${took}`,
  noChecks: 'Its health page names no checks of its own.',
  tooLarge: (cap: string) =>
    `Its health page is longer than ${cap}, which is the most that is read of one: it is judged by nothing that it says. Make it shorter, or raise "caps": { "health": … } in fleet.json. Its beginning is below.`,

  tree: 'Checks',
  wellFolded: (n: number) => count(n, 'well check'),
  parts: (n: number) => count(n, 'part'),
  showMore: (n: number, left: number) => `Show ${n} more of ${formatNumber(left)}`,
  moreDetails: (n: number) => `${n} more`,
  find: 'Find a check',
  findHint: 'name, message or detail',
  found: (n: number, of: number) => `${formatNumber(n)} of ${count(of, 'check')}`,
  foundNone: (text: string) => `No check holds “${text}”.`,

  changed: (moment: string) => `Since it was last all well, ${moment}:`,
  sameAsGood: (moment: string) => `It says what it said when it was last all well, ${moment}.`,
  neverGood: 'It was never seen all well here, so what changed is not known.',
  counts: {
    state: (n: number) => `${count(n, 'check')} of another state`,
    said: (n: number) => `${count(n, 'check')} with other words`,
    new: (n: number) => `${formatNumber(n)} new`,
    gone: (n: number) => `${formatNumber(n)} gone`,
  },
  isNew: 'new',
  wasState: (state: string) => `was ${state}`,
  wasMessage: (message: string) => `said: ${message}`,
  wasSilent: 'said nothing',
  detailChanged: (was: string, is: string) => `${was} → ${is}`,
  noDetail: 'none',
  gone: 'No longer there',
  pinned: (pod: string, check: string, state: string, message: string | null, stamp: string) =>
    `${pod}: check ${check} ${state}${message === null ? '' : `: ${message}`} (${stamp})`,
  unstamped: 'when it said so is not known',

  raw: 'What it answered, to the letter',
  rawKey: 'r',
  rawNone: 'Nothing is kept of its last answer.',
  rawEmpty: 'The body was empty.',
  status: (status: number) => `HTTP ${status}`,
  noType: 'no content type',
  rawCut: (kept: string, of: string) => `only the first ${kept} of ${of} are kept`,
  letters: (n: number) => count(n, 'character'),
  moreLetters: (n: number) => `Show ${count(n, 'more character', 'more characters')}`,
  indented: 'indented',
  asItCame: 'as it came',
  form: 'How it is shown',
  copy: 'Copy the body',
  copied: 'The body is copied.',
} as const
