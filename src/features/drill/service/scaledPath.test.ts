import { describe, expect, it } from 'vitest'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { scaledPath, SCALED_BOX, xOn, yOn } from './scaledPath.ts'

const lineOf = (values: readonly number[]): SignalHistory => {
  const mean = Float32Array.from(values)
  return {
    signal: 'cpu',
    pod: 'a',
    from: 0,
    step: 10,
    mean,
    low: mean,
    high: mean,
    bound: null,
    slope: null,
    marks: [],
  }
}

const SCALE = { from: 0, to: 40, low: 0, high: 1 }

describe('a line on a shared scale', () => {
  it.each([
    { name: 'is nothing of nothing', values: [], expected: '' },
    { name: 'goes from low at the foot to high at the top', values: [0, 1], expected: 'M120 224L360 16' },
    { name: 'is broken by a gap', values: [0, Number.NaN, 0, 0], expected: 'M120 224h8M600 224L840 224' },
    { name: 'stays in its box', values: [-5, 7], expected: 'M120 224L360 16' },
  ])('$name', ({ values, expected }) => {
    expect(scaledPath(lineOf(values), SCALE)).toBe(expected)
  })

  it('lies where its scale says, not where its own values do', () => {
    expect(yOn({ low: 0, high: 4 }, 1)).toBeGreaterThan(yOn({ low: 0, high: 2 }, 1))
    expect(xOn({ from: 0, to: 40 }, 99)).toBe(SCALED_BOX.width)
  })
})
