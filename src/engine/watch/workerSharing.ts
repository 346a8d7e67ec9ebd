/** A way to all listeners of that name in this browser, but not back to oneself. */
export type Channel<W> = { readonly say: (word: W) => void; readonly close: () => void }

export type LockEnds = { readonly held: () => void; readonly lost: () => void }

/** What workers of one origin decide by who polls. */
export type Sharing = {
  /** Tells this worker from all others. */
  readonly me: string
  /**
   * Asks for a lock: at once and from whoever has it (`steal`), or when it falls free. `held` is called once it is
   * granted, `lost` when it is stolen afterwards. Returns how to stop waiting for it.
   */
  readonly lock: (name: string, steal: boolean, on: LockEnds) => () => void
  readonly channel: <W>(name: string, hear: (word: W) => void) => Channel<W>
}

function lock(name: string, steal: boolean, { held, lost }: LockEnds): () => void {
  const waiting = new AbortController()
  let isHeld = false
  const hold = (): Promise<never> | undefined => {
    if (waiting.signal.aborted) return undefined
    isHeld = true
    held()
    // The lock is held for as long as this is pending: until the worker ends or the lock is stolen.
    return new Promise(() => undefined)
  }
  // The platform takes no signal with `steal`: a theft never waits.
  const options: LockOptions = steal ? { steal } : { signal: waiting.signal }
  navigator.locks.request(name, options, hold).catch(() => {
    if (isHeld) lost()
    // Refused altogether, as to a page without an origin of its own: then this worker works alone.
    else if (!waiting.signal.aborted) held()
  })
  return () => {
    if (!isHeld) waiting.abort()
  }
}

/** Web Locks and BroadcastChannel; null where there are no Web Locks: on a plain http host that is not this machine. */
export function workerSharing(): Sharing | null {
  if (!('locks' in navigator)) return null
  return {
    me: crypto.randomUUID(),
    lock,
    channel: <W>(name: string, hear: (word: W) => void) => {
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', ({ data }: MessageEvent<W>) => hear(data))
      return { say: (word: W) => channel.postMessage(word), close: () => channel.close() }
    },
  }
}
