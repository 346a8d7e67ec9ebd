import { describe, expect, it } from 'vitest'
import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import { fitFrame } from './fitFrame.ts'
import type { FitView } from './fitView.ts'

const at = (t: number, mean: number, use: ExplainedPoint['use'] = 'used'): ExplainedPoint => ({
  t,
  mean,
  low: mean - 1,
  high: mean + 1,
  use,
})
const frameOf = (own: Partial<FitView>) =>
  fitFrame({
    signal: 'fds',
    points: [at(0, 10), at(100, 109)],
    line: null,
    band: [],
    bound: null,
    marks: [],
    onset: null,
    ...own,
  })

describe('fitFrame', () => {
  it('is null where there is nothing', () => expect(frameOf({ points: [] })).toBeNull())

  it('goes around all samples with a little room', () => {
    const frame = frameOf({})
    expect(frame?.time).toEqual([0, 100])
    expect(frame?.value[0]).toBeCloseTo(9 - 0.06 * 101)
    expect(frame?.value[1]).toBeCloseTo(110 + 0.06 * 101)
  })

  it('lets no outlier flatten the others', () => {
    expect(frameOf({ points: [at(0, 10), at(50, 5000, 'outlier'), at(100, 109)] })).toEqual(frameOf({}))
  })

  it('has room for the line and its band', () => {
    const line = { from: -50, fromValue: 0, to: 100, toValue: 100 }
    const frame = frameOf({ line, band: [{ t: -50, low: -20, high: 20 }] })
    expect(frame?.time).toEqual([-50, 100])
    expect(frame?.value[0]).toBeLessThan(-20)
  })

  it.each([
    { bound: 200, isFar: false },
    { bound: 300, isFar: true },
    { bound: null, isFar: false },
  ])('a limit of $bound: too far is $isFar', ({ bound, isFar }) => {
    const frame = frameOf({ bound })
    expect(frame?.boundIsFar).toBe(isFar)
    expect((frame?.value[1] ?? 0) > 200).toBe(bound === 200)
  })

  it('puts a single sample in the middle of an hour, and nought at the bottom', () => {
    const frame = frameOf({ points: [{ t: 3_600_000, mean: 0, low: 0, high: 0, use: 'used' }] })
    expect(frame?.time).toEqual([1_800_000, 5_400_000])
    expect(frame?.value[0]).toBe(0)
    expect(frame?.value[1]).toBeGreaterThan(0)
  })

  it('shows outliers where there is nothing else', () => {
    const frame = frameOf({ points: [at(0, 5, 'outlier'), at(10, 7, 'outlier')] })
    expect(frame?.value[0]).toBeLessThanOrEqual(5)
    expect(frame?.value[1]).toBeGreaterThanOrEqual(7)
  })
})
