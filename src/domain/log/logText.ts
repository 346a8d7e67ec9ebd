import { csvMoment } from '#src/domain/statistics/csvMoment.ts'
import type { LogEntry } from './logEntry.ts'

/** One line as text to be pasted elsewhere: time in UTC, level, pod, message, fields. */
export function logText({ at, level, pod, message, fields }: LogEntry): string {
  const told = ownFields({ message, fields }).map(([key, value]) => `${key}=${value}`)
  return [csvMoment(at), level, pod, message, ...told].filter((part) => part !== null).join(' ')
}

/** The fields that do not stand in the message itself. */
export const ownFields = ({ message, fields }: Pick<LogEntry, 'message' | 'fields'>): LogEntry['fields'] =>
  fields.filter(([key, value]) => !message.includes(`${key}=${value}`))
