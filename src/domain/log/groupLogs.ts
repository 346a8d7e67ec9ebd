import type { LogEntry } from './logEntry.ts'
import { operationOf } from './operationOf.ts'
import { toneOf } from './toneOf.ts'

/** What lines may be grouped by. */
export type LogGrouping = 'operation' | 'pod' | 'level'

export type LogGroup = {
  /** The operation, pod or level; empty for lines without a level. */
  readonly name: string
  /** In the order given. */
  readonly entries: readonly LogEntry[]
  readonly errors: number
}

const NAME_OF: Readonly<Record<LogGrouping, (entry: LogEntry) => string>> = {
  operation: ({ message }) => operationOf(message),
  pod: ({ pod }) => pod,
  level: ({ level }) => level ?? '',
}

/** Lines by what they have in common, those with the most errors first, then the largest, then by name. */
export function groupLogs(entries: readonly LogEntry[], by: LogGrouping): readonly LogGroup[] {
  const groups = new Map<string, LogEntry[]>()
  for (const entry of entries) {
    const name = NAME_OF[by](entry)
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [entry])
    else known.push(entry)
  }
  return [...groups]
    .map(([name, own]) => ({
      name,
      entries: own,
      errors: own.filter((one) => toneOf(one) === 'error').length,
    }))
    .toSorted(
      (a, b) => b.errors - a.errors || b.entries.length - a.entries.length || (a.name < b.name ? -1 : 1),
    )
}
