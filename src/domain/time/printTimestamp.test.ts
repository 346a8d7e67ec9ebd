import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTimestamp } from './parseTimestamp.ts'
import { printTimestamp } from './printTimestamp.ts'

describe('printTimestamp', () => {
  it.each([
    { at: Date.UTC(2026, 10, 21, 8, 12, 33), text: '2026-11-21T08:12:33Z' },
    { at: Date.UTC(2026, 0, 1), text: '2026-01-01T00:00:00Z' },
  ])('$text', ({ at, text }) => {
    expect(printTimestamp(at)).toBe(text)
  })

  it('is read back to the second', () => {
    const moment = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) })
    fc.assert(
      fc.property(moment, (at) => parseTimestamp(printTimestamp(at)) === Math.floor(at / 1000) * 1000),
    )
  })
})
