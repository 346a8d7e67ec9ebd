import { describe, expect, it } from 'vitest'
import { sameHistory } from './sameHistory.ts'
import type { SignalHistory } from './signalHistory.ts'
import { driftTo160, historyOf } from './testing/historyOf.ts'

const history = (own: Partial<SignalHistory> = {}): SignalHistory =>
  historyOf([1, Number.NaN, 3], { slope: driftTo160(), ...own })

describe('sameHistory', () => {
  it('is so of what comes anew with the same values, gaps included', () => {
    expect(sameHistory(history(), history())).toBe(true)
  })

  it.each<{ readonly name: string; readonly own: Partial<SignalHistory> }>([
    { name: 'a value', own: { mean: Float32Array.of(1, Number.NaN, 4) } },
    { name: 'a gap', own: { mean: Float32Array.of(1, 2, 3) } },
    { name: 'its length', own: { mean: Float32Array.of(1, Number.NaN) } },
    { name: 'its lowest', own: { low: Float32Array.of(0, 0, 0) } },
    { name: 'its beginning', own: { from: 0 } },
    { name: 'its bound', own: { bound: 4 } },
    { name: 'its slope', own: { slope: driftTo160({ perHour: 11 }) } },
    { name: 'no slope', own: { slope: null } },
    { name: 'its starts', own: { marks: [{ at: 1, kind: 'restart', version: null }] } },
    { name: 'its pod', own: { pod: 'orders-2' } },
  ])('is not where $name differs', ({ own }) => expect(sameHistory(history(), history(own))).toBe(false))
})
