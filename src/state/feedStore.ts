import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { WatchClient } from '#src/engine/client.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import type { Ticker } from './ticker.ts'
import { hear, receive, stall, type WatchStore } from './watchStore.ts'

/** More changed rows in one commit than this make a task of over 50 ms; the rest waits for the next one. */
const ROWS_AT_ONCE = 200
/** A worker has nothing to say while nothing changes: after this long it is asked whether it is there. */
export const ASK_AFTER: DurationMs = seconds(20)
/** It answers from memory. One that does not is not watching, and its last word must not stand as the present. */
export const ANSWER_WITHIN: DurationMs = seconds(5)
/** After this long without a word no question is waited for: the computer slept, and what is shown is old. */
export const SILENT_AFTER: DurationMs = seconds(60)

/** A service that no fleet has: asking for it costs the worker nothing. */
const NOBODY = ''

export type FeedPorts = {
  readonly now: () => EpochMs
  /** Runs a job soon, after the browser had a turn. */
  readonly soon: (job: () => void) => void
  readonly ticker: Ticker
}

/** A digest of many rows as several messages of few, in order; any other message as it is. */
function slices(message: ToPage): readonly ToPage[] {
  if (message.kind !== 'digest' || message.rows.length <= ROWS_AT_ONCE) return [message]
  const parts: ToPage[] = []
  for (let from = 0; from < message.rows.length; from += ROWS_AT_ONCE) {
    const rows = message.rows.slice(from, from + ROWS_AT_ONCE)
    parts.push({ ...message, full: message.full && from === 0, rows, gone: from === 0 ? message.gone : [] })
  }
  return parts
}

/** Lets what the worker says flow into the store, and notices when it falls silent. Returns how to stop. */
export function feedStore(client: WatchClient, store: WatchStore, ports: FeedPorts): () => void {
  const queue: ToPage[] = []
  let waiting = false
  const drain = (): void => {
    waiting = false
    const next = queue.shift()
    if (next === undefined) return
    receive(store, next, ports.now())
    if (queue.length === 0) return
    waiting = true
    ports.soon(drain)
  }
  const unsubscribe = client.subscribe((message) => {
    queue.push(...slices(message))
    if (!waiting) drain()
  })
  let askedAt: EpochMs | null = null
  const ask = (): void => {
    askedAt = ports.now()
    const answered = (): void => {
      askedAt = null
      hear(store, ports.now())
    }
    // A question that fails is one without an answer.
    client.detail(NOBODY).then(answered, () => {})
  }
  const stopWatching = ports.ticker.subscribe(() => {
    const { heardAt, source } = store.getState()
    if (source !== 'live' || heardAt === null) return
    const now = ports.ticker.now()
    // Whatever it said since is an answer too.
    if (askedAt !== null && heardAt > askedAt) askedAt = null
    const unanswered = askedAt !== null && now - askedAt > ANSWER_WITHIN
    if (unanswered || now - heardAt > SILENT_AFTER) stall(store)
    else if (askedAt === null && now - heardAt > ASK_AFTER) ask()
  })
  return () => {
    unsubscribe()
    stopWatching()
  }
}
