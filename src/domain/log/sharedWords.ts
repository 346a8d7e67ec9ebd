import type { LogEntry } from './logEntry.ts'
import type { SharedPart } from './sharedByErrors.ts'

/** Words of a line, signs within them included: `api/users`, `10.0.0.1:5432`, `ECONNREFUSED`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}_./:@-]*[\p{L}\p{N}])?/gu
/** So much of a message is compared: a stack trace repeats itself. */
const TEXT_CAP = 400
/** Fewer letters say nothing; a status of three digits does. */
const IS_TELLING = /^(?:[1-5]\d\d|[^]{4,})$/
const PHRASES = 4

type Said = { readonly word: string; readonly from: number; readonly to: number }

const wordsOf = (message: string): readonly Said[] =>
  [...message.slice(0, TEXT_CAP).matchAll(WORD)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Words that at least `least` of the messages have. */
function commonWords(messages: readonly string[], least: number): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const message of messages) {
    for (const word of new Set(wordsOf(message).map((said) => said.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, n]) => n >= least).map(([word]) => word))
}

/** Runs of common words, as one message has them, with what stands between them. */
function phrasesIn(message: string, common: ReadonlySet<string>): readonly string[] {
  const phrases: string[] = []
  let from: number | null = null
  let to = 0
  for (const said of wordsOf(message)) {
    if (common.has(said.word)) {
      from ??= said.from
      to = said.to
    } else if (from !== null) {
      phrases.push(message.slice(from, to))
      from = null
    }
  }
  return from === null ? phrases : [...phrases, message.slice(from, to)]
}

/**
 * Phrases that at least `least` of the error messages have word for word, beyond the parts that are named already:
 * longest first, at most four.
 */
export function sharedWords(
  errors: readonly LogEntry[],
  well: readonly LogEntry[],
  named: readonly SharedPart[],
  least: number,
): readonly SharedPart[] {
  const messages = errors.map(({ message }) => message)
  const common = commonWords(messages, least)
  const seed = messages.find((message) => wordsOf(message).some(({ word }) => common.has(word)))
  if (seed === undefined) return []
  const isNamed = (phrase: string): boolean => named.some(({ value }) => value.includes(phrase))
  return [...new Set(split(seed, named).flatMap((text) => phrasesIn(text, common)))]
    .filter((phrase) => IS_TELLING.test(phrase) && !isNamed(phrase))
    .map((phrase): SharedPart => ({
      kind: 'words',
      key: null,
      value: phrase,
      errors: messages.filter((message) => message.includes(phrase)).length,
      successes: well.filter(({ message }) => message.includes(phrase)).length,
    }))
    .filter(({ errors: n }) => n >= least)
    .toSorted((a, b) => b.value.length - a.value.length)
    .slice(0, PHRASES)
}

/** A message without what is named already: the words on either side of it are no phrase. */
const split = (message: string, named: readonly SharedPart[]): readonly string[] =>
  named
    .filter(({ kind }) => kind === 'operation' || kind === 'request')
    .reduce<readonly string[]>((texts, { value }) => texts.flatMap((text) => text.split(value)), [message])
