import { type Signal, UNIT_OF } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { dayAndClock } from '#src/domain/wording/formatAbout.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import type { Tick } from './signalView.ts'
import { valueTicks } from './valueTicks.ts'

const MOST = 5

/** A date is too long for an axis: its day, or today its clock. */
function dateText(value: number, today: EpochMs, timeZone: string): string {
  const { day, clock } = dayAndClock(value * 1000, today, timeZone)
  return day === '' ? clock : day
}

/** The ticks of a signal's values, as short as an axis has room for. `timeZone` is an IANA name. */
export function signalTicks(
  signal: Signal,
  low: number,
  high: number,
  today: EpochMs,
  timeZone: string,
): readonly Tick[] {
  const isDate = UNIT_OF[signal] === 'epochSeconds'
  return valueTicks(signal, low, high, MOST).map((at) => ({
    at,
    text: isDate ? dateText(at, today, timeZone) : formatSignal(signal, at, today, timeZone),
  }))
}
