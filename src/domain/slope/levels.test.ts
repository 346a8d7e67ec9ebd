import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { BINS_PER_SERIES, LEVEL_NUMBERS, LEVEL_OFFSETS, LEVELS } from './levels.ts'

describe('levels', () => {
  it.each(LEVELS)('level $number stands behind the finer ones', ({ number, bins }) => {
    const finer = LEVELS.slice(0, number).reduce((sum, level) => sum + level.bins, 0)
    expect(LEVEL_OFFSETS[number]).toBe(finer)
    expect(LEVEL_NUMBERS[number]).toBe(number)
    expect(finer + bins).toBe(LEVEL_OFFSETS[number + 1] ?? BINS_PER_SERIES)
  })

  it.each(LEVELS.slice(1))('a bin of level $number is made of whole finer ones', ({ number, width }) => {
    for (const finer of LEVELS.slice(0, number)) expect(width % finer.width).toBe(0)
  })

  it.each(LEVELS)('the windows of level $number fall and fit into its ring', ({ windows, bins }) => {
    expect(windows).toEqual(windows.toSorted((a, b) => b - a))
    expect(windows[0]).toBeLessThanOrEqual(bins)
  })

  it('cover 10 min, 2.5 h, 24 h, 7 d and 28 d', () => {
    const covered = LEVELS.map(({ width, bins }) => (width * bins) / hours(1))
    expect(covered).toEqual([1 / 6, 2.5, 24, 168, 672])
  })

  it('leave no length without a window of at least a quarter of it', () => {
    const lengths = LEVELS.flatMap(({ width, windows }) => windows.map((length) => length * width))
    for (const [i, length] of lengths.toSorted((a, b) => a - b).entries()) {
      expect(length).toBeLessThanOrEqual(4 * (lengths.toSorted((a, b) => a - b)[i - 1] ?? length))
    }
  })
})
