import { namesEndingInWord, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { type Measured, measured, sumOf, type Wants } from './reader.ts'

/** How gauges of a number of workers end, from a word on. Not GOMAXPROCS: those are cores, whatever runs on them. */
const ENDINGS = ['workers', 'worker_count', 'worker_pool_size'] as const

/** What is asked of the text for it. */
export const WORKER_WANTS: Wants = { exact: [], endings: ENDINGS.map((ending) => `_${ending}`) }

/** Whether a page names any workers at all: most do not, and need not be searched for their work. */
export const namesWorkers = ({ index }: Window): boolean =>
  ENDINGS.some((ending) => namesEndingInWord(index, ending).length > 0)

/**
 * How many workers do a kind of work, where the page says so: by the gauge that shares the longest beginning with it,
 * `mail_workers` with `mail_job_duration_seconds`, or by a bare `workers`. Null where none fits: the workers of
 * something else tell nothing.
 */
export function workerCount({ index }: Window, family: string): Measured | null {
  const fitting = ENDINGS.flatMap((ending) =>
    namesEndingInWord(index, ending)
      .map((name) => ({ name, prefix: name.slice(0, -ending.length) }))
      .filter(({ prefix }) => family.startsWith(prefix)),
  )
  const [best] = fitting.toSorted((a, b) => b.prefix.length - a.prefix.length || (a.name < b.name ? -1 : 1))
  if (best === undefined) return null
  const count = sumOf(samplesOf(index, best.name).map(({ value }) => Math.max(0, value)))
  return count > 0 ? measured(count, best.name) : null
}
