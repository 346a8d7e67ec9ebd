import { flatDetails } from './checkDetails.ts'
import { cutText } from './cutText.ts'
import type { HealthLog } from './healthReading.ts'
import { readPairs } from './readPairs.ts'
import { asObject, asText, field } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'

type Field = readonly [key: string, value: string]

const TIME_FIELDS = ['time', 'timestamp', 'ts', '@timestamp', 'at', 'date', 'datetime', 't', '@t']
const LEVEL_FIELDS = ['level', 'severity', 'lvl', 'loglevel', 'log_level', 'levelname', '@level', '@l']
const MESSAGE_FIELDS = ['message', 'msg', 'text', '@message', '@m', '@mt', 'event', 'log', 'line', 'body']

/** So many fields of one entry are kept, and so much of each: beyond that it is a document, not a line. */
const FIELD_CAP = 24
const KEY_CAP = 80
const VALUE_CAP = 240
/** Of a line of text so much is looked at for time, level and pairs. */
const LINE_CAP = 4000

/** The numbers of pino and bunyan. */
const NUMBERED: ReadonlyMap<string, string> = new Map([
  ['10', 'trace'],
  ['20', 'debug'],
  ['30', 'info'],
  ['40', 'warn'],
  ['50', 'error'],
  ['60', 'fatal'],
])

/**
 * One log entry: an object in the spelling of a common logger, or a line of text, which may itself be JSON or logfmt
 * (key=value). Message and fields are cut; null for what says nothing.
 */
export const readLogEntry = (entry: unknown): HealthLog | null => {
  const object = asObject(entry)
  if (object !== null) return readObject(object)
  const line = asText(entry)
  return line === null ? null : readText(line)
}

/** The first of some fields that something can be made of, with the key that it stands under, as it is written. */
const taken = <T>(entry: JsonObject, keys: readonly string[], read: (value: unknown) => T | null) => {
  for (const key of keys) {
    const value = read(field(entry, key))
    if (value !== null) return { value, used: [key, key.charAt(0).toUpperCase() + key.slice(1)] }
  }
  return { value: null, used: [] }
}

/** `isWhole` false: it was itself taken from a line; a line in a line in a line is nothing that a logger writes. */
const readObject = (entry: JsonObject, isWhole = true): HealthLog | null => {
  const at = taken(entry, TIME_FIELDS, parseTimestamp)
  const level = taken(entry, LEVEL_FIELDS, asText)
  const said = taken(entry, MESSAGE_FIELDS, asText)
  const fields = capped(flatDetails(entry, new Set([...at.used, ...level.used, ...said.used])))
  const message = said.value ?? fields.map((pair) => pair.join('=')).join(' ')
  if (message === '') return null
  const own = { at: at.value, level: level.value === null ? null : plainLevel(level.value) }
  if (!isWhole || said.value === null || own.level !== null)
    return { ...own, message: cutText(message), fields }
  // What collects lines wraps them: {"log":"level=error msg=…","stream":"stderr"}.
  const inner = readText(said.value)
  return {
    at: own.at ?? inner.at,
    level: inner.level,
    message: inner.message,
    fields: capped([...inner.fields, ...fields]),
  }
}

const capped = (fields: readonly Field[]): readonly Field[] =>
  fields.slice(0, FIELD_CAP).map(([key, value]) => [cutText(key, KEY_CAP), cutText(value, VALUE_CAP)])

const plainLevel = (level: string): string => NUMBERED.get(level) ?? cutText(level.toLowerCase(), 40)

const LINE =
  /^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?\]?\s*(?:[[(]?\b(trace|debug|info|notice|warn|warning|error|err|fatal|critical|panic)\b[\])]?:?(?!=))?\s*([^]*)$/i

const readText = (line: string): HealthLog => readJsonLine(line) ?? readLogfmt(line) ?? readLine(line)

const readJsonLine = (line: string): HealthLog | null => {
  if (!line.startsWith('{') || !line.endsWith('}')) return null
  const parsed = parseJson(line)
  const object = parsed.ok ? asObject(parsed.value) : null
  return object === null ? null : readObject(object, false)
}

/** A line that is nothing but pairs, its message among them. */
const readLogfmt = (line: string): HealthLog | null => {
  const { pairs, rest } = readPairs(line.slice(0, LINE_CAP))
  if (rest !== '' || pairs.length < 2) return null
  const entry = Object.fromEntries(pairs)
  return taken(entry, MESSAGE_FIELDS, asText).value === null ? null : readObject(entry, false)
}

const readLine = (line: string): HealthLog => {
  const [, time, level, rest] = LINE.exec(line.slice(0, LINE_CAP)) ?? []
  const said = rest === undefined || rest === '' ? line : rest
  // The pairs of a line that was cut may be cut themselves.
  const { pairs, rest: text } = line.length > LINE_CAP ? { pairs: [], rest: '' } : readPairs(said)
  return {
    at: time === undefined ? null : parseTimestamp(time),
    level: level === undefined ? null : plainLevel(level),
    message: cutText(text === '' ? said : text),
    fields: capped(pairs),
  }
}
