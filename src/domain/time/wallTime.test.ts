import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTimestamp } from './parseTimestamp.ts'
import { printWallTime, readWallTime } from './wallTime.ts'

const at = (text: string): number => parseTimestamp(text) ?? Number.NaN

describe('printWallTime', () => {
  it.each([
    { zone: 'Europe/Paris', moment: '2026-11-21T07:12:33Z', expected: '2026-11-21T08:12:33' },
    { zone: 'Asia/Kolkata', moment: '2026-11-21T18:30:00Z', expected: '2026-11-22T00:00:00' },
    { zone: 'America/St_Johns', moment: '2026-01-01T03:29:59.9Z', expected: '2025-12-31T23:59:59' },
  ])('$zone at $moment', ({ zone, moment, expected }) => {
    expect(printWallTime(at(moment), zone)).toBe(expected)
  })
})

describe('readWallTime', () => {
  it.each([
    { name: 'without seconds', text: '2026-11-21T08:12', expected: at('2026-11-21T07:12:00Z') },
    {
      name: 'in the gap: as far after it',
      text: '2026-03-29T02:30:00',
      expected: at('2026-03-29T01:30:00Z'),
    },
    { name: 'twice: the earlier one', text: '2026-10-25T02:30:00', expected: at('2026-10-25T00:30:00Z') },
    { name: 'nothing', text: '', expected: null },
    { name: 'words', text: 'now', expected: null },
    { name: 'an hour that is none', text: '2026-11-21T24:12', expected: null },
  ])('$name', ({ text, expected }) => {
    expect(readWallTime(text, 'Europe/Paris')).toBe(expected)
  })

  it('reads what was printed, to the second, wherever clocks show it once', () => {
    const moments = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 })
    const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Tokyo', 'America/Phoenix')
    fc.assert(
      fc.property(moments, zones, (second, zone) => {
        expect(readWallTime(printWallTime(second * 1000 + 400, zone), zone)).toBe(second * 1000)
      }),
      { numRuns: 50 },
    )
  })
})
