import { LOG_CAP } from './logCap.ts'
import type { HealthLog } from './healthReading.ts'
import { readLogEntry } from './readLogEntry.ts'
import { field } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

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

/**
 * The last log entries that a page carries in a list under `logs` (or a like name), oldest first, at most 200.
 * Entries may be objects in the spellings of the common loggers, or lines of text; levels come in lower case.
 */
export const readHealthLogs = (body: JsonObject): readonly HealthLog[] => {
  const list = LIST_FIELDS.map((key) => field(body, key)).find((value) => Array.isArray(value))
  if (!Array.isArray(list)) return []
  const newestFirst = isNewestFirst(readLogEntry(list[0]), readLogEntry(list.at(-1)))
  const last = newestFirst ? list.slice(0, LOG_CAP).toReversed() : list.slice(-LOG_CAP)
  return last.flatMap((entry) => readLogEntry(entry) ?? [])
}

const isNewestFirst = (first: HealthLog | null, last: HealthLog | null): boolean =>
  first !== null && last !== null && first.at !== null && last.at !== null && first.at > last.at
