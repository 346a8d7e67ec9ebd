const KEPT = 10

type LogEntry = {
  readonly at: string
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
}

/** The last log entries of a pod, oldest first. */
export type LogRing = {
  readonly add: (level: LogEntry['level'], message: string) => void
  readonly last: () => readonly LogEntry[]
}

export function createLogRing(): LogRing {
  const entries: LogEntry[] = []
  return {
    add(level, message) {
      entries.push({ at: new Date().toISOString(), level, message })
      if (entries.length > KEPT) entries.shift()
    },
    last: () => [...entries],
  }
}
