import { formatNumber } from './formatNumber.ts'

const count = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)} ${n === 1 ? one : many}`
const all = (n: number, what: string): string => (n === 1 ? `the one ${what}` : `all ${count(n, what)}`)

const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const lastLines = (age: string | null): string =>
  `these are the lines of its last answer${age === null ? '' : `, ${age} ago`}.`

/** What is said of log lines. */
export const englishLogs = {
  none: 'Its health page carries no log lines.',
  noneOfAny: 'No health page of its pods carries log lines.',
  howTo:
    'Pages that carry their last entries under "logs" are read as they are: each with time, level and message.',
  old: (pods: string, n: number) =>
    `${pods} ${n === 1 ? 'does' : 'do'} not answer now: its lines are those of its last answer.`,
  failed: (age: string | null) => `It does not answer now: ${lastLines(age)}`,
  unheard: (age: string | null) => `Nothing is heard of it now: ${lastLines(age)}`,
  unheardAll: 'Nothing is heard of its pods now: these are the lines of their last answers.',
  kept: (n: number) => `The newest ${count(n, 'line')} of a page are read.`,
  newestOf: (n: number, of: number) => `the newest ${formatNumber(n)} of ${count(of, 'line')}`,
  cut: (n: number) => `cut at ${count(n, 'character')}`,

  openTool: 'Open the log tool',
  toolOf: (what: string, span: string) => `${what}, ${span}`,
  lastHour: 'the last hour',
  around: (moment: string) => `half an hour around ${moment}`,
  toolUnfilled:
    'It opens as it is: with {service}, {pod}, {from} or {to} in links.logs of fleet.json it opens at the right place.',
  noTool:
    'The fleet file names no log tool. With "links": { "logs": "https://…?pod={pod}&from={from}&to={to}" } a link stands here.',

  find: 'Find in the lines',
  findHint: 'text, pod or field=value',
  levels: 'Levels',
  level: (name: string, n: number) => `${name === '' ? 'no level' : name} ${formatNumber(n)}`,
  group: 'Group by',
  by: { none: 'nothing', operation: 'operation', pod: 'pod', level: 'level' },
  order: 'Order',
  newestFirst: 'newest first',
  newestLast: 'newest last',
  copy: 'Copy these lines',
  copied: (n: number) => `${count(n, 'line')} copied.`,
  shown: (n: number, of: number) =>
    n === of ? count(of, 'line') : `${formatNumber(n)} of ${count(of, 'line')}`,
  hiddenByLevel: (n: number) => `${count(n, 'line')} hidden by level`,
  showAll: 'Show all levels',
  showMore: (n: number, left: number) => `Show ${n} more of ${formatNumber(left)}`,
  nothingFound: 'No line is left.',
  lines: 'Lines',
  time: 'Time',
  levelHead: 'Level',
  pod: 'Pod',
  message: 'Message',
  groupHead: (n: number, errors: number) =>
    errors === 0 ? count(n, 'line') : `${count(n, 'line')}, ${count(errors, 'error')}`,
  noLevel: 'no level',
  looksLikeError: 'error?',
  moreFields: (n: number) => `${n} more`,

  shared: 'What the error lines share',
  sharedNone: 'The error lines have nothing in common that could be found.',
  sharedHead: { what: 'What', errors: 'Error lines', successes: 'Lines that went well', means: 'So' },
  since: (clock: string) => `since the first error line, ${clock}`,
  ofN: (n: number, of: number) => `${formatNumber(n)} of ${formatNumber(of)}`,
  kind: { field: 'field', operation: 'operation', request: 'request', pod: 'pod', words: 'words' },
  onlyErrors: 'the errors alone',
  bothAll: 'all lines: it does not tell them apart',
  both: 'both',
  noneWell: 'no line went well',

  onePod: (errors: number, successes: number, since: string | null, carries: string) => {
    const who = [
      errors > 0 ? all(errors, 'error line') : null,
      successes > 0 ? all(successes, 'success line') : null,
    ]
    const when = since === null ? '' : ` since ${since}`
    const verb = errors + successes === 1 ? 'carries' : 'carry'
    return `${first(who.filter((part) => part !== null).join(' and '))}${when} ${verb} ${carries}.`
  },
  cameFrom: (pod: string) => `the page of ${pod}`,
  othersSilent: (pods: string, n: number) =>
    `${pods} ${n === 1 ? 'writes' : 'write'} nothing: one pod does all the work. Look at the others before the code.`,

  byPod: 'By pod',
  podHead: { errors: 'Errors', warnings: 'Warnings', fine: 'Went well', newest: 'Newest line' },
  podNone: 'none',
  pinned: (pod: string, stamp: string | null, level: string | null, message: string) =>
    [pod, stamp, level, message].filter((part) => part !== null).join(' '),
} as const
