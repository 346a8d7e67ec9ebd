import { describe, expect, it } from 'vitest'
import { between } from './between.ts'

describe('between', () => {
  const line = between([0, 10], [2, 20], [4, 0])

  it.each([
    [-1, 10],
    [0, 10],
    [1, 15],
    [2, 20],
    [3, 10],
    [4, 0],
    [9, 0],
  ])('at %d it is %d', (x, y) => {
    expect(line(x)).toBe(y)
  })
})
