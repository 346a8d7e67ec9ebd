import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { seconds } from '#src/domain/time/units.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { ticketTexts } from './ticketTexts.ts'

const { log: words } = ticketTexts

/** What of the state of the log of tickets is put into words. */
export type LogStanding = {
  readonly kind: 'memory' | 'embedded' | 'nats'
  readonly online: boolean
  readonly pending: number
  readonly lastSyncAt: EpochMs | null
  readonly user: string | null
  readonly readOnly: false | 'not-signed-in' | 'no-right'
}

/** A clock that is off by no more is not worth a word. */
const SKEW_AT_LEAST: DurationMs = seconds(5)

function sharedWords(log: LogStanding, now: EpochMs, timeZone: string): string {
  const { online, pending, lastSyncAt, readOnly, user } = log
  if (!online && lastSyncAt !== null) return words.offline(formatMoment(lastSyncAt, now, timeZone), pending)
  if (readOnly === 'not-signed-in') return words.signIn
  if (!online) return words.connecting(pending)
  if (readOnly === 'no-right') return words.noRight(user ?? '')
  return pending === 0 ? words.shared : words.sharedWaiting(pending)
}

/** Where what one does to tickets is kept, and whether the others have it: `shared, 3 waiting`. */
export function logWords(log: LogStanding, now: EpochMs, timeZone: string): string {
  return log.kind === 'nats' ? sharedWords(log, now, timeZone) : words[log.kind]
}

/**
 * How far the browser's clock is off, `your clock is 7 min ahead`. `skew`: how far it is behind, in ms, negative where it
 * is ahead; null: nothing tells. Null where that is 5 s or less.
 */
export function skewWords(skew: number | null): string | null {
  if (skew === null || Math.abs(skew) <= SKEW_AT_LEAST) return null
  const by = formatDuration(Math.round(Math.abs(skew) / 1000) * 1000)
  return skew > 0 ? words.behind(by) : words.ahead(by)
}
