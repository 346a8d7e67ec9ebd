import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'

import { detailsOf } from './checkDetails.ts'
import { cutText } from './cutText.ts'
import type { HealthLog } from './healthReading.ts'
import { asObject, asText, field, firstText } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

/** So many log entries are kept of a health page, the newest. */
export const LOG_CAP = 200

const LIST_FIELDS = [
  'logs',
  'log',
  'lastLogs',
  'last_logs',
  'recentLogs',
  'recent_logs',
  'logEntries',
  'log_entries',
]
const TIME_FIELDS = ['time', 'timestamp', 'ts', '@timestamp', 'at', 'date', 'datetime', 't']
const LEVEL_FIELDS = ['level', 'severity', 'lvl', 'loglevel', 'log_level', 'levelname', '@level', '@l']
const MESSAGE_FIELDS = ['message', 'msg', 'text', '@message', '@m', 'event', 'log', 'line', 'body']

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
 * The last log entries that a page carries in a list under `logs` (or a like name), oldest first, at most 200.
 * Entries may be objects in the spellings of the common loggers, or lines of text; levels come in lower case.
 */
export const readHealthLogs = (body: JsonObject): readonly HealthLog[] => {
  const list = LIST_FIELDS.map((key) => field(body, key)).find((value) => Array.isArray(value))
  if (!Array.isArray(list)) return []
  const newestFirst = isNewestFirst(readEntry(list[0]), readEntry(list.at(-1)))
  const last = newestFirst ? list.slice(0, LOG_CAP).toReversed() : list.slice(-LOG_CAP)
  return last.flatMap((entry) => readEntry(entry) ?? [])
}

const isNewestFirst = (first: HealthLog | null, last: HealthLog | null): boolean =>
  first !== null && last !== null && first.at !== null && last.at !== null && first.at > last.at

const readEntry = (entry: unknown): HealthLog | null => {
  const object = asObject(entry)
  if (object !== null) return readObject(object)
  const line = asText(entry)
  return line === null ? null : readLine(line)
}

const readObject = (entry: JsonObject): HealthLog | null => {
  const said = firstText(entry, MESSAGE_FIELDS)
  const message =
    said ??
    detailsOf(entry, new Set([...TIME_FIELDS, ...LEVEL_FIELDS]))
      .map((d) => d.join('='))
      .join(' ')
  if (message === '') return null
  const at = TIME_FIELDS.map((key) => parseTimestamp(field(entry, key))).find((time) => time !== null)
  const level = firstText(entry, LEVEL_FIELDS)
  return { at: at ?? null, level: level === null ? null : plainLevel(level), message: cutText(message) }
}

const plainLevel = (level: string): string => NUMBERED.get(level) ?? cutText(level.toLowerCase(), 40)

const LINE =
  /^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?\]?\s*(?:[[(]?\b(trace|debug|info|notice|warn|warning|error|err|fatal|critical|panic)\b[\])]?:?)?\s*([^]*)$/i

const readLine = (line: string): HealthLog => {
  const [, time, level, rest] = LINE.exec(line.slice(0, 4000)) ?? []
  const message = rest === undefined || rest === '' ? line : rest
  return {
    at: time === undefined ? null : parseTimestamp(time),
    level: level === undefined ? null : plainLevel(level),
    message: cutText(message),
  }
}
