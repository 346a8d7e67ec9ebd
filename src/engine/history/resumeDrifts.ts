import { seriesParts } from '#src/domain/series/historyBook.ts'
import { replayHistory } from '#src/domain/slope/replayHistory.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Kept, Wanted } from './kept.ts'
import type { Loaded } from './loadRecords.ts'

/** Samples that are told to the drift test in one go: some milliseconds. A whole month of one series is as much. */
const SLICE = 400

const restartsOf = ({ marks }: Kept, name: string): readonly EpochMs[] => {
  const parts = seriesParts(name)
  return parts === null ? [] : marks.marksOf(parts.service, parts.pod).map(({ at }) => at)
}

/**
 * Lets the drift test go on where it stood: each series becomes what it was when it was stored, and is then told all that
 * is remembered since, of the session before as well as of this one until now, in steps of two minutes. The few finer
 * samples that this session has told it go with that: they are in the same bins. A series whose state is missing, or was
 * stored by a clock ahead of this one, is told its whole history instead.
 */
export async function resumeDrifts(
  kept: Kept,
  { names, rows }: Loaded,
  { slope }: Wanted,
  now: EpochMs,
  pause: () => Promise<void>,
): Promise<void> {
  const { drifts, histories } = kept
  let told = 0
  for (const name of names) {
    const [options, history, row] = [slope(name), histories.get(name), rows.get(name)]
    if (options === null || history === null) continue
    drifts.drop(name)
    if (row !== undefined) drifts.restore(name, row)
    if ((drifts.lastAt(name) ?? 0) > now + minutes(1)) drifts.drop(name)
    const fed = replayHistory(drifts, { name, options, history, restarts: restartsOf(kept, name) }, now)
    told += row === undefined ? SLICE : 10 + fed
    if (told < SLICE) continue
    told = 0
    await pause()
  }
}
