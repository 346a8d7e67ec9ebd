import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { FoldState } from './foldState.ts'

const FLAPPING_WITHIN: DurationMs = hours(1)
const FLAPPING_FROM = 3

/** It came back by itself at `at`: three times within an hour are too many to let it resolve itself again. */
export function noteComeback(state: FoldState, at: EpochMs): void {
  state.comebacks = [...state.comebacks.filter((before) => before > at - FLAPPING_WITHIN), at]
  const count = state.comebacks.length
  if (state.flapping !== null || count >= FLAPPING_FROM) state.flapping = Math.max(count, FLAPPING_FROM)
}

/** The same run of clocks goes on: the service was well from `from` to `to`, if that is any time at all. */
export function goOn(state: FoldState, from: EpochMs, to: EpochMs): void {
  const { cycle } = state
  const wellAgain = to > from ? [...cycle.wellAgain, { from, to }] : cycle.wellAgain
  state.cycle = { ...cycle, restoredAt: null, wellAgain, reopens: cycle.reopens + 1 }
  state.resolution = null
}

/** A signal that began at `since` shows that it was not over. */
export function reopenBySignal(state: FoldState, since: EpochMs): void {
  const restoredAt = state.cycle.restoredAt ?? since
  goOn(state, restoredAt, since)
  noteComeback(state, since)
}
