import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { type Signal, UNIT_OF } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { differenceFloor } from './differenceFloor.ts'
import { type OddOne, oddOnesOut } from './oddOnesOut.ts'
import { recentOf } from './recentOf.ts'

/** One signal of all pods of a service, to be drawn on one scale. */
export type ScaledSignal = {
  readonly signal: Signal
  /** The ends of the scale, in the signal's unit: `low` is under `high`. */
  readonly low: number
  readonly high: number
  /** The limit, where all pods have the same and it lies on the scale; else null. */
  readonly bound: number | null
  /** Pod by pod, in the order of the histories. */
  readonly lines: readonly { readonly history: SignalHistory; readonly recent: number | null }[]
  /** The pods that differ from the others lately, the furthest first. */
  readonly odd: readonly OddOne[]
}

/** The smallest range of a scale, as a share of its highest value: less would make noise look like movement. */
const LEAST_RANGE = 0.2
/** A limit further from the lines than this many of their ranges would flatten them: it is left out. */
const BOUND_WITHIN = 2

type Ends = { readonly low: number; readonly high: number }

/** The lowest and the highest value of all lines; null without a reading. */
function extremesOf(histories: readonly SignalHistory[]): Ends | null {
  let low = Infinity
  let high = -Infinity
  for (const { mean } of histories) {
    for (const value of mean) {
      if (!Number.isFinite(value)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low > high ? null : { low, high }
}

/** The same with a range that noise does not fill, and from nought where that is near. */
function widened({ low, high }: Ends): Ends {
  const range = high - low
  const least = Math.max(Math.abs(high) * LEAST_RANGE, Number.EPSILON)
  const missing = Math.max(0, least - range)
  const from = low >= 0 && low <= high - low ? 0 : low
  const floor = low >= 0 ? Math.max(0, from - missing / 2) : from - missing / 2
  return { low: floor, high: Math.max(high, floor + least) }
}

/** No scale goes beyond all of a thing where no line does: 100 % is not in the middle of 90 % to 110 %. */
const withinWhole = (ends: Ends, { high }: Ends): Ends => {
  const beyond = Math.max(0, ends.high - 1)
  return high <= 1 ? { low: ends.low - beyond, high: ends.high - beyond } : ends
}

function sharedBound(histories: readonly SignalHistory[], { low, high }: Ends): number | null {
  const [first = null, other] = new Set(histories.map(({ bound }) => bound))
  if (first === null || other !== undefined) return null
  const reach = (high - low) * BOUND_WITHIN
  return first >= low - reach && first <= high + reach ? first : null
}

function scaledSignal(signal: Signal, histories: readonly SignalHistory[], to: EpochMs): ScaledSignal {
  const extremes = extremesOf(histories) ?? { low: 0, high: 1 }
  const wide = widened(extremes)
  const ends = UNIT_OF[signal] === 'ratio' ? withinWhole(wide, extremes) : wide
  const bound = sharedBound(histories, ends)
  const lines = histories.map((history) => ({ history, recent: recentOf(history, to) }))
  const values = lines.flatMap(({ history, recent }) =>
    recent === null ? [] : [{ pod: history.pod, value: recent }],
  )
  return {
    signal,
    low: Math.min(ends.low, bound ?? ends.low),
    high: Math.max(ends.high, bound ?? ends.high),
    bound,
    lines,
    odd: oddOnesOut(values, differenceFloor(signal)),
  }
}

/**
 * Signal by signal, in the order in which they come, one scale for all pods, and who of them differs. Of nothing nothing.
 * `to`: when the span ends that is shown, by which a value is recent or not.
 */
export function podsOnOneScale(histories: readonly SignalHistory[], to: EpochMs): readonly ScaledSignal[] {
  const bySignal = new Map<Signal, SignalHistory[]>()
  for (const history of histories) {
    bySignal.set(history.signal, [...(bySignal.get(history.signal) ?? []), history])
  }
  return [...bySignal].map(([signal, its]) => scaledSignal(signal, its, to))
}
