import type { HealthState } from './healthReading.ts'

/**
 * The words with which health answers say how they are, lower case, joined by blanks.
 * A word that is not here says nothing: an order that is `shipped` is neither healthy nor ill.
 * `unknown` is a part that does not tell; families whose root means more by it map it themselves.
 */
const WORDS: ReadonlyMap<string, HealthState> = new Map<string, HealthState>([
  ...words('ok', 'ok okay up pass passed passing healthy ready alive live good green available running'),
  ...words('ok', 'online operational serving working connected reachable success succeeded true pong'),
  ['server available', 'ok'],
  ['all good', 'ok'],
  ...words('degraded', 'degraded warn warning partial yellow impaired'),
  ['partially available', 'degraded'],
  ['partially degraded', 'degraded'],
  ...words('down', 'down fail failed failing failure error unhealthy critical unavailable dead red false'),
  ...words('down', 'offline outage stopped terminated disconnected unreachable fatal timeout ko crashed'),
  ['out of service', 'down'],
  ['not ready', 'down'],
  ['not ok', 'down'],
  ['not healthy', 'down'],
  ['not running', 'down'],
  ['not available', 'down'],
  ['not serving', 'down'],
  ['shutting down', 'down'],
  ['server not available', 'down'],
  ['timeout during health check', 'down'],
  ['major outage', 'down'],
  ['partial outage', 'degraded'],
  ['unknown', 'unknown'],
])

function words(state: HealthState, list: string): [string, HealthState][] {
  return list.split(' ').map((word) => [word, state])
}

/**
 * What a status word means, or null for a word that is no health word at all.
 * Case, and whether the parts are joined by blank, `_` or `-`, make no difference; booleans count as words.
 */
export const stateOfWord = (word: unknown): HealthState | null => {
  if (typeof word === 'boolean') return word ? 'ok' : 'down'
  if (typeof word !== 'string' || word.length > 40) return null
  return WORDS.get(word) ?? WORDS.get(plainWord(word)) ?? null
}

const plainWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .replace(/[.!]$/, '')

const TROUBLE =
  /^(?:error|failed|failure|fail|fatal|exception|panic|critical|unhealthy|unavailable|down|not ready|not ok|timed? ?out)\b/i

/** True for text that opens with a word of trouble (`error: db lost`, `unavailable: queue is down`). */
export const opensWithTrouble = (text: string): boolean => TROUBLE.test(text.trimStart())
