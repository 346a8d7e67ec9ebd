import type { Signal } from '#src/domain/signals/signal.ts'

/**
 * The signals that are judged by their slope: the row "drift" of the rule table. All of them are gauges, and all of
 * them ail by growing.
 */
export const DRIFT_SIGNALS: readonly Signal[] = [
  'memory',
  'heap',
  'fds',
  'goroutines',
  'threads',
  'queueDepth',
  'disk',
  'poolWaiting',
  'scrapeDuration',
  'seriesCount',
  'utilisation',
  'latencyP99',
  // Never told by itself: it says whether only the tail rises.
  'latencyP50',
]
