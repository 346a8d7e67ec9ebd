import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { BURN_IN_ROOM, BURN_IN_STEP, burnInShift } from './burnInShift.ts'

const NOW = 1_732_176_000_000
const moment = fc.integer({ min: -8e15, max: 8e15 })

describe('the shift against burn-in', () => {
  it('never leaves the room that is kept free for it', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const { x, y } = burnInShift(now)
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(BURN_IN_ROOM)
        expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
      }),
    )
  })

  it('goes by one px a step, and stands still in between', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const began = Math.floor(now / BURN_IN_STEP) * BURN_IN_STEP
        const here = burnInShift(began)
        const next = burnInShift(began + BURN_IN_STEP)
        expect(Math.abs(next.x - here.x) + Math.abs(next.y - here.y)).toBe(1)
        expect(burnInShift(began + BURN_IN_STEP - 1)).toEqual(here)
      }),
    )
  })

  it('has been everywhere within a round of five hours and a half', () => {
    const seen = new Set<string>()
    for (let at = 0; at < minutes(5.4 * 60); at += BURN_IN_STEP)
      seen.add(JSON.stringify(burnInShift(NOW + at)))
    expect(seen.size).toBe((2 * BURN_IN_ROOM + 1) ** 2)
  })
})
