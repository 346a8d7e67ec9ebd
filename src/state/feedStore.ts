import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { WatchClient } from '#src/engine/client.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import { type BoardStore, receiveBoard } from './boardStore.ts'
import type { Ticker } from './ticker.ts'
import { receive, SILENT_AFTER, stall, type WatchStore } from './watchStore.ts'

/** More changed rows in one commit than this make a task of over 50 ms; the rest waits for the next one. */
const ROWS_AT_ONCE = 200
/** A row that ran out is told anew within a turn of the watch, half a second; by then nothing more can be on its way. */
const LATE_AFTER: DurationMs = seconds(2)
/** While the watch is silent it is asked this often for all that it knows. */
const ASK_EVERY: DurationMs = seconds(3)

export type FeedPorts = {
  readonly now: () => EpochMs
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => DurationMs
  /** Runs a job soon, after the browser had a turn; in a hidden tab too, where timers come once a minute. */
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

/** Hands messages on in order, one slice a turn of the browser. */
function slowly(soon: FeedPorts['soon'], take: (message: ToPage) => void): (message: ToPage) => void {
  const queue: ToPage[] = []
  let waiting = false
  const drain = (): void => {
    waiting = false
    const next = queue.shift()
    if (next === undefined) return
    take(next)
    if (queue.length === 0) return
    waiting = true
    soon(drain)
  }
  return (message) => {
    queue.push(...slices(message))
    if (!waiting) drain()
  }
}

/**
 * Lets what the worker says flow into the stores, and sees to it that nothing stands as the present that the watch
 * does not vouch for any more: it fell silent, or its word on some row ran out. Returns how to stop.
 */
export function feedStore(
  client: WatchClient,
  { watch: store, board }: { readonly watch: WatchStore; readonly board: BoardStore },
  ports: FeedPorts,
): () => void {
  /** When the newest beat came in, on the clock that never jumps: setting the time back makes no silence shorter. */
  let cameAt: DurationMs = Number.NEGATIVE_INFINITY
  let holdsUntil: EpochMs | null = null
  let askedAt = ports.monotonic()

  const take = slowly(ports.soon, (message) => {
    if (message.kind === 'beat') {
      cameAt = ports.monotonic()
      holdsUntil = message.holdsUntil
    }
    if (message.kind === 'board' || message.kind === 'beaten') receiveBoard(board, message)
    else receive(store, message, ports.now())
  })

  const isVouchedFor = (now: EpochMs): boolean => {
    const { beatAt } = store.getState()
    if (beatAt === null || now - beatAt > SILENT_AFTER) return false
    if (ports.monotonic() - cameAt > SILENT_AFTER) return false
    return holdsUntil === null || now - holdsUntil <= LATE_AFTER
  }

  const askAgain = (): void => {
    const now = ports.monotonic()
    if (now - askedAt < ASK_EVERY) return
    askedAt = now
    client.refresh()
  }

  const unsubscribe = client.subscribe(take)
  const stopWatching = ports.ticker.subscribe(() => {
    const vouched = isVouchedFor(ports.ticker.now())
    if (!vouched) stall(store)
    if (!vouched || store.getState().source === 'stalled') askAgain()
  })
  return () => {
    unsubscribe()
    stopWatching()
  }
}
