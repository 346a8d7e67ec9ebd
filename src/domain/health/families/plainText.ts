import { spendCheck } from '#src/domain/health/checkBudget.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import { found, foundByChecks } from '#src/domain/health/finding.ts'
import type { TextFamily } from '#src/domain/health/finding.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import { opensWithTrouble, stateOfWord } from '#src/domain/health/healthWords.ts'
import { bare, readEntries } from '#src/domain/health/readChecks.ts'

const LIGHTSHIP: ReadonlyMap<string, HealthState> = new Map([
  ['SERVER_IS_READY', 'ok'],
  ['SERVER_IS_NOT_SHUTTING_DOWN', 'ok'],
  ['SERVER_IS_NOT_READY', 'down'],
  ['SERVER_IS_SHUTTING_DOWN', 'down'],
])

/** lightship (Node): the whole body is one of four words; 500 for the two bad ones. */
export const lightship: TextFamily = (text) => {
  const state = LIGHTSHIP.get(text)
  if (state === undefined) return null
  const words = state === 'ok' ? null : text.toLowerCase().replaceAll('_', ' ')
  return found({ format: 'lightship', state, words })
}

const SERVICE_LINE = /^(\S.{0,100}?) => (\w+)$/

/** Grafana Loki, Tempo and Mimir `/services`: one `name => Running` a line, with dskit's names for the states. */
export const grafanaServices: TextFamily = (text, { budget }) => {
  const lines = text.split(/\r?\n/, 1000).map((line) => SERVICE_LINE.exec(line.trim()))
  if (lines.length === 0 || lines.includes(null)) return null
  const checks = lines.flatMap((line) => {
    const [, name = '', word = ''] = line ?? []
    if (!spendCheck(budget, 1)) return []
    return [bare(name, { state: SERVICE_STATES.get(word) ?? 'unknown', message: word })]
  })
  return foundByChecks({ format: 'plain-text', checks })
}

const SERVICE_STATES: ReadonlyMap<string, HealthState> = new Map([
  ['Running', 'ok'],
  ['New', 'degraded'],
  ['Starting', 'degraded'],
  ['Stopping', 'degraded'],
  ['Terminated', 'down'],
  ['Failed', 'down'],
])

/** `Prometheus Server is Healthy.`, `Agent is Ready.`; never a sentence that denies it. */
const SENTENCE_UP =
  /^[\w .:/()-]{1,60} is (?:now )?(?:healthy|ready|up|alive|running|live|ok|available)[.!]?$/i
const DENIAL = /\b(?:no|not|none|never|nothing|neither|nor|hardly|cannot)\b|n't\b/i
const SENTENCE_DOWN =
  /^[\w .:/()'-]{1,80} (?:is|are) (?:not (?:\w+ )?(?:healthy|ready|up|alive|running|live|ok|available)|down|unhealthy|unavailable)\b[^\n]{0,80}$/i
const CONDITION = /\b(?:if|when|whether|unless|no|nothing|none|never)\b/i
const NOT_READY = /^[\w -]{0,40}\bnot ready\b/i

/** A word, one short sentence, or a word above lines of `name: word`; anything else is left to the HTTP status. */
export const plainText: TextFamily = (text, { status, budget }) => {
  const [first = '', ...others] = text.split(/\r?\n/, 1000)
  const state = stateOfText(text, first)
  if (state !== null) {
    const checks = stateOfWord(first) === null ? [] : readEntries(others.flatMap(namedWord), budget)
    return found({ format: 'plain-text', state, checks, words: state === 'ok' ? null : oneLine(text) })
  }
  // An error page in plain text is the error in its own words.
  return status >= 500 ? found({ format: 'plain-text', state: 'down', words: oneLine(text) }) : null
}

const stateOfText = (text: string, first: string): HealthState | null => {
  const word = stateOfWord(text) ?? stateOfWord(first)
  if (word !== null) return word
  const start = text.slice(0, 400)
  if (SENTENCE_UP.test(start) && !DENIAL.test(start)) return 'ok'
  if (SENTENCE_DOWN.test(start) && !CONDITION.test(start)) return 'down'
  return NOT_READY.test(start) || opensWithTrouble(start) ? 'down' : null
}

const namedWord = (line: string): readonly (readonly [string, string])[] => {
  const [, name, words] = /^\s*([\w ./-]{1,60}?)\s*[:=]\s*(\S.*)$/.exec(line) ?? []
  if (name === undefined || words === undefined) return []
  return stateOfWord(words) !== null || opensWithTrouble(words) ? [[name, words]] : []
}
