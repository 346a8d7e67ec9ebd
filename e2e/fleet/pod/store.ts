const KEYS = 500

/** The pod's database: a table in memory, with a replica that follows it until it is stopped. */
export type Store = {
  readonly connected: () => boolean
  readonly rows: () => number
  /** Writes that the replica has not taken over; null while it follows. */
  readonly writesBehind: () => number | null
  /** Writes one row and reads it back; throws while disconnected, as a driver does. */
  readonly writeAndRead: (call: number, text: string) => string
  readonly connect: () => void
  readonly disconnect: () => void
  readonly startReplica: () => void
  readonly stopReplica: () => void
}

export function createStore(): Store {
  const primary = new Map<number, string>()
  let replica = new Map<number, string>()
  let connected = true
  let behind: number | null = null

  return {
    connected: () => connected,
    rows: () => primary.size,
    writesBehind: () => behind,
    writeAndRead(call, text) {
      if (!connected) throw new Error('connect ECONNREFUSED database:5432')
      const key = call % KEYS
      primary.set(key, text)
      if (behind === null) replica.set(key, text)
      else behind += 1
      return primary.get(key) ?? ''
    },
    connect: () => {
      connected = true
    },
    disconnect: () => {
      connected = false
    },
    startReplica() {
      replica = new Map(primary)
      behind = null
    },
    stopReplica: () => {
      behind ??= 0
    },
  }
}
