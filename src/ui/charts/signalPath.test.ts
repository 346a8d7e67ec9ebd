import { describe, expect, it } from 'vitest'
import { CHART_NOW as NOW, historyOf } from '#src/domain/chart/testing/historyOf.ts'
import { hours } from '#src/domain/time/units.ts'
import { bandPath, meanPath } from './signalPath.ts'

/** Ten tenths an hour from four hours ago on, a tenth a unit. */
const x = (at: number): number => ((at - NOW) / hours(1) + 4) * 10
const y = (value: number): number => 100 - value
const GAP = Number.NaN

describe('meanPath', () => {
  it.each([
    {
      name: 'runs through the middles of its places',
      mean: [1, 2, 3, 4],
      expected: 'M5 99L15 98L25 97L35 96',
    },
    { name: 'breaks at gaps', mean: [1, 2, GAP, 4], expected: 'M5 99L15 98M35 96h15' },
    { name: 'is a dot of a lone reading', mean: [GAP, 2, GAP, GAP], expected: 'M15 98h15' },
    { name: 'is nothing of gaps', mean: [GAP, GAP, GAP, GAP], expected: '' },
  ])('$name', ({ mean, expected }) => expect(meanPath(historyOf(mean), x, y)).toBe(expected))

  it('is drawn later where another time is laid over now', () => {
    const yesterday = historyOf([1, 2], { from: NOW - hours(26) })
    expect(meanPath(yesterday, x, y, hours(24))).toBe('M25 99L35 98')
  })
})

describe('bandPath', () => {
  it('goes along the highest and back along the lowest, stretch by stretch', () => {
    expect(bandPath(historyOf([1, 2, GAP, 4]), x, y)).toBe('M5 98L15 97L15 99L5 100Z')
  })

  it('is nothing where lowest and highest are one', () => {
    const mean = Float32Array.of(1, 2)
    expect(bandPath(historyOf([1, 2], { low: mean, high: mean }), x, y)).toBe('')
  })
})
