import type { LogEntry } from './logEntry.ts'

/** What somebody wants to see of some lines. */
export type LogFilter = {
  /** A text that message, pod or a field holds, whatever its case; blank: all. */
  readonly text: string
  /** Levels that are hidden; the empty name is that of lines without one. */
  readonly hidden: ReadonlySet<string>
}

export type FilteredLogs = {
  readonly shown: readonly LogEntry[]
  /** How many are left out because of their level, */
  readonly byLevel: number
  /** and how many of the others because they do not hold the text. */
  readonly byText: number
}

/** The lines that are wanted, in their order, and how many are not. */
export function filterLogs(entries: readonly LogEntry[], { text, hidden }: LogFilter): FilteredLogs {
  const wanted = text.trim().toLowerCase()
  const levelled = hidden.size === 0 ? entries : entries.filter(({ level }) => !hidden.has(level ?? ''))
  const shown = wanted === '' ? levelled : levelled.filter((entry) => holds(entry, wanted))
  return { shown, byLevel: entries.length - levelled.length, byText: levelled.length - shown.length }
}

const holds = ({ message, pod, fields }: LogEntry, wanted: string): boolean =>
  message.toLowerCase().includes(wanted) ||
  pod.toLowerCase().includes(wanted) ||
  fields.some(([key, value]) => `${key}=${value}`.toLowerCase().includes(wanted))

/** How many lines each level has, in the order in which they first come. */
export function levelsOf(entries: readonly LogEntry[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  for (const { level } of entries) levels.set(level ?? '', (levels.get(level ?? '') ?? 0) + 1)
  return levels
}
