import { type Work, type WorkKind, timedWork } from '#src/domain/signals/readers/timedWork.ts'
import { namesWorkers, workerCount } from '#src/domain/signals/readers/workerCount.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { type Saturation, saturation } from './saturation.ts'

/** How busy the workers of one kind of work are, and from which metrics and numbers that is told. */
export type SaturationReading = { readonly saturation: Saturation; readonly from: string }

/**
 * The longest piece of work, as a share of the window. A histogram counts a piece whole when it ends, also what was done
 * of it before the window: the busy share is wrong by up to so much, with 16 workers mostly by a tenth of that. Jobs of
 * minutes, and connections that are held open, cannot be judged from one window.
 */
const LONGEST_PIECE = 1 / 4

const figure = (value: number): string => String(Number(value.toPrecision(3)))

/** `720/s (rate of x_count) × 0.022 s (mean of x) ÷ 16 (fleet file)`. */
const fromText = ({ arrivalsPerSecond, seconds }: Work, workers: number, named: string): string =>
  `${figure(arrivalsPerSecond.value)}/s (${arrivalsPerSecond.from}) × ${figure(seconds.value)} s (${seconds.from}) ÷ ${figure(workers)} (${named})`

function readWork(window: Window, work: Work, ofFleet: number | null): SaturationReading | null {
  if (work.seconds.value > LONGEST_PIECE * (window.seconds ?? 0)) return null
  const onPage = ofFleet === null && work.isOwn ? workerCount(window, work.family) : null
  const workers = ofFleet ?? onPage?.value ?? null
  const load = {
    arrivalPerSecond: work.arrivalsPerSecond.value,
    processingSeconds: work.seconds.value,
    workers,
  }
  const found = saturation(load, work.statistic)
  return found === null
    ? null
    : { saturation: found, from: fromText(work, found.workers, onPage?.from ?? 'fleet file') }
}

/**
 * How busy a pod's workers are, by the law in `saturation.ts`: those that the fleet file names, else those that the page
 * names for the same work. Of several kinds of work the one that keeps the most of its workers busy. Null where no
 * workers are known, nothing was done in the window, or a piece takes too long for it.
 */
export function readSaturation(
  window: Window,
  kinds: readonly WorkKind[],
  workers: number | null,
): SaturationReading | null {
  if (workers === null && !namesWorkers(window)) return null
  const readings = timedWork(window, kinds).flatMap((work) => readWork(window, work, workers) ?? [])
  return readings.toSorted((a, b) => b.saturation.utilisation - a.saturation.utilisation)[0] ?? null
}
