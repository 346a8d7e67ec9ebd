import { describe, expect, it } from 'vitest'
import { parseAddressMoment } from './parseAddressMoment.ts'

const AT = Date.UTC(2026, 10, 22, 2, 12)

describe('parseAddressMoment', () => {
  it.each([
    ['2026-11-22T02:12:00Z', AT],
    ['2026-11-22T03:12:00+01:00', AT],
    ['2026-11-22T03:12:00 01:00', AT],
    ['2026-11-22 02:12:00 +0000 UTC', AT],
    [`${AT}`, AT],
    [`${AT / 1000}`, AT],
    ['yesterday', null],
    ['', null],
    ['9999-01-01T00:00:00Z', null],
  ])('%s', (text, expected) => {
    expect(parseAddressMoment(text)).toBe(expected)
  })
})
