import type { Bin } from '#src/domain/series/binRing.ts'
import { type History, historyBetween } from '#src/domain/series/history.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { DriftStore } from './driftStore.ts'
import type { SeriesOptions } from './feed.ts'
import { type Level, LEVELS } from './levels.ts'

/** One series, as it is remembered and as its slope is judged. */
export type Replayed = {
  readonly name: string
  readonly options: SeriesOptions
  readonly history: History
  /** When the process was started anew, oldest first. */
  readonly restarts: readonly EpochMs[]
}

/** The age from which on a level remembers nothing, and the bins of the next one are all there is. */
const reachOf = ({ width, bins }: Level): DurationMs => width * bins

/**
 * How long a stretch of what is remembered is told as one sample: as long as a bin of the finest level that still
 * remembers it. Finer ones would be thought over, and forgotten.
 */
function stepAt(age: DurationMs): DurationMs {
  if (age <= reachOf(LEVELS[1])) return 0
  return age <= reachOf(LEVELS[2]) ? LEVELS[2].width : LEVELS[3].width
}

/** How long a remembered bin is, by when it begins. */
function widthsOf({ fine, coarse }: History): (t: EpochMs) => DurationMs {
  const fineFrom = fine.newest === -1 ? Infinity : fine.oldest * fine.width
  return (t) => (t >= fineFrom ? fine.width : coarse.width)
}

/** Bins that are told as one sample. */
type Stretch = { readonly number: number; readonly from: EpochMs; to: EpochMs; sum: number; bins: number }

/**
 * Tells the drift test what is remembered of a series since its last sample, or all of it where it has none: the mean of
 * two minutes as one sample in their middle, of what is older than two hours and a half of half an hour, and than a day of
 * three hours. The bin that is not over at `now` is left out: samples that are still to come may not be older than the
 * last. Answers how many samples that made.
 */
export function replayHistory(
  drifts: DriftStore,
  { name, options, history, restarts }: Replayed,
  now: EpochMs,
): number {
  const { coarse } = history
  const known = drifts.lastAt(name) ?? -Infinity
  const starts = restarts.filter((t) => t > known && t <= now)
  const widthAt = widthsOf(history)
  let stretch: Stretch | null = null
  let fed = 0

  const tell = (): void => {
    if (stretch === null) return
    drifts.push(name, options, (stretch.from + stretch.to) / 2, stretch.sum / stretch.bins)
    stretch = null
    fed++
  }
  const take = ({ t, mean }: Bin, width: DurationMs): void => {
    const number = Math.floor(t / Math.max(width, stepAt(now - t)))
    if (stretch?.number !== number) tell()
    stretch ??= { number, from: t, to: t, sum: 0, bins: 0 }
    stretch.to = t + width
    stretch.sum += mean
    stretch.bins++
  }

  for (const bin of historyBetween(history, Math.max(0, known - coarse.width), now)) {
    const width = widthAt(bin.t)
    if (bin.t + width / 2 <= known || bin.t + width > now) continue
    // A stretch ends where a process did.
    if ((starts[0] ?? Infinity) <= bin.t + width / 2) tell()
    while ((starts[0] ?? Infinity) <= bin.t + width / 2) drifts.restart(name, starts.shift() ?? now)
    take(bin, width)
  }
  tell()
  for (const start of starts) drifts.restart(name, start)
  return fed
}
