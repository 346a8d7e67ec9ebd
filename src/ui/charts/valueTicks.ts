import { UNIT_OF, type Signal } from '#src/domain/signals/signal.ts'

/** The next round number from `rough` on: 1, 2 or 5 times a power of ten. */
function roundDecimal(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * ([1, 2, 5].find((digit) => rough <= digit * power * 1.0001) ?? 10)
}

/** Bytes are told in binary units: 1, 2, 4 … 512 of one of them. */
const roundBinary = (rough: number): number => 2 ** Math.ceil(Math.log2(rough) - 0.0001)

/** Steps of fewer than so many of the smallest that a number of that size can take come out uneven. */
const COUNTABLE = 1e4

/**
 * Round values between two, a step of the same size apart, in the unit in which the signal is told.
 * @param atMost how many at most, from 2 on. Without a range, or with one that numbers of this size cannot be cut into,
 *   there is one tick.
 */
export function valueTicks(signal: Signal, low: number, high: number, atMost: number): readonly number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / (atMost - 1)
  const step = UNIT_OF[signal] === 'bytes' ? roundBinary(rough) : roundDecimal(rough)
  if (step < Number.EPSILON * COUNTABLE * Math.max(Math.abs(low), Math.abs(high))) return [low]
  const first = Math.ceil(low / step)
  const last = Math.floor(high / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step)
}
