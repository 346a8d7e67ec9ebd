import type { SignalHistory } from './signalHistory.ts'

const sameValues = (one: Float32Array, other: Float32Array): boolean =>
  one.length === other.length && one.every((value, i) => Object.is(value, other[i]))

/** Whether a plain value has the same text; infinite and missing numbers of one place are told apart from none. */
const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether two histories are drawn alike: they come anew with each answer, and most of them are as they were. */
export function sameHistory(one: SignalHistory, other: SignalHistory): boolean {
  if (one === other) return true
  return (
    one.signal === other.signal &&
    one.pod === other.pod &&
    one.from === other.from &&
    one.step === other.step &&
    one.bound === other.bound &&
    sameValues(one.mean, other.mean) &&
    sameValues(one.low, other.low) &&
    sameValues(one.high, other.high) &&
    sameText(one.slope, other.slope) &&
    sameText(one.marks, other.marks)
  )
}
