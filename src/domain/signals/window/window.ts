import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { increasesBetween, type Increase } from './counterIncrease.ts'
import { indexSamples, type SampleIndex, samplesOf } from './sampleIndex.ts'

/** One page, and what its counters did since the page before. */
export type Window = {
  readonly at: EpochMs
  readonly index: SampleIndex
  /** The seconds that the increases took; null where nothing can be said about rates. */
  readonly seconds: number | null
  /** The increases of a counter by series; empty where nothing can be said. */
  readonly increases: (name: string) => readonly Increase[]
}

/** When the watched process started, in seconds since 1970, as either page says it. */
export type Starts = { readonly before: number | null; readonly now: number | null }

/** After a longer silence a mean rate would be a number about the past. */
const LONGEST_GAP = minutes(10)

/**
 * Start times told by an uptime in whole seconds, or computed from a boot time that NTP corrects, wander.
 * A page may be written any time between the question and the last byte, so its `took` comes on top.
 */
const START_WANDERS_MS = 2000

const NOTHING: readonly Increase[] = []

/** A page without one before it: it has values, but no rates. */
export const stillWindow = (scrape: Scrape): Window => ({
  at: scrape.at,
  index: indexSamples(scrape.exposition),
  seconds: null,
  increases: () => NOTHING,
})

const isRestart = (starts: Starts, tookMs: number): boolean =>
  starts.before !== null &&
  starts.now !== null &&
  Math.abs(starts.now - starts.before) * 1000 > START_WANDERS_MS + tookMs

/**
 * The window between two pages of one pod.
 *
 * After a restart the counters hold all since the process began, so they are spread over its lifetime where
 * that is longer than the window (skewed clocks, or a load balancer that shows two processes in turn): an
 * average over a life is honest, the same count over 15 s would be a spike that never was.
 */
export const openWindow = (
  previous: { readonly scrape: Scrape; readonly still: Window },
  current: { readonly scrape: Scrape; readonly still: Window },
  starts: Starts,
): Window => {
  const { at, index } = current.still
  const gap = at - previous.scrape.at
  if (!(gap > 0 && gap <= LONGEST_GAP)) return current.still

  const restarted = isRestart(starts, Math.max(previous.scrape.took, current.scrape.took))
  const lifetime = restarted && starts.now !== null ? at / 1000 - starts.now : 0
  const continuity = { restarted, complete: previous.still.index.complete }
  const known = new Map<string, readonly Increase[]>()
  const increases = (name: string): readonly Increase[] => {
    const now = samplesOf(index, name)
    if (now.length === 0) return NOTHING
    const found = known.get(name)
    if (found !== undefined) return found
    const fresh = increasesBetween(samplesOf(previous.still.index, name), now, continuity)
    known.set(name, fresh)
    return fresh
  }
  return { at, index, seconds: Math.max(gap / 1000, lifetime), increases }
}
