import { describe, expect, it } from 'vitest'
import { isFlat } from './isFlat.ts'

describe('isFlat', () => {
  it.each([
    { value: 10, usual: 20, flat: true },
    { value: 20, usual: 20, flat: true },
    { value: 26, usual: 20, flat: true },
    { value: 26.1, usual: 20, flat: false },
    { value: 0, usual: 0, flat: true },
  ])('$value of $usual: $flat', ({ value, usual, flat }) => expect(isFlat(value, usual)).toBe(flat))
})
