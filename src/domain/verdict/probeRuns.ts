import type { EpochMs } from '#src/domain/time/units.ts'

/** Probes in a row that were all good, or all bad. */
export type ProbeRun = {
  readonly good: boolean
  /** When the first of them ended. */
  readonly from: EpochMs
  /** How many of them, at least 1. */
  readonly count: number
}

/** The runs that the newest `window` probes are in; of the oldest run only as many as still fall in. */
export function newestRuns(runs: readonly ProbeRun[], window: number): readonly ProbeRun[] {
  let over = runs.reduce((sum, { count }) => sum + count, 0) - window
  if (over <= 0) return runs
  return runs.flatMap((run) => {
    const left = run.count - Math.max(0, over)
    over -= run.count
    return left <= 0 ? [] : [left === run.count ? run : { ...run, count: left }]
  })
}

/** The runs after one more probe, none of them older than the newest `window` probes. */
export function addProbe(
  runs: readonly ProbeRun[],
  good: boolean,
  at: EpochMs,
  window: number,
): readonly ProbeRun[] {
  const last = runs.at(-1)
  const next =
    last?.good === good
      ? [...runs.slice(0, -1), { ...last, count: last.count + 1 }]
      : [...runs, { good, from: at, count: 1 }]
  return newestRuns(next, window)
}

/** Without the bad runs that began at `since` or later. One that began before stays as it is. */
export const withoutBad = (runs: readonly ProbeRun[], since: EpochMs): readonly ProbeRun[] =>
  runs.filter(({ good, from }) => good || from < since)
