import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureName, setName, usualCharWidth } from './nameLines.ts'

/** Every character as wide as the type is high: a width is a number of characters. */
const set = (name: string, width: number, lines: number): readonly string[] =>
  setName(
    measureName(name, () => 1),
    width,
    lines,
  ).lines

const table = [
  { name: 'orders', width: 6, lines: 1, set: ['orders'] },
  { name: 'orders', width: 20, lines: 3, set: ['orders'] },
  { name: 'stock-keeper', width: 12, lines: 2, set: ['stock-keeper'] },
  { name: 'stock-keeper', width: 6, lines: 2, set: ['stock-', 'keeper'] },
  { name: 'stock-keeper', width: 6, lines: 1, set: ['sto…er'] },
  { name: 'mail-relay-eu', width: 6, lines: 3, set: ['mail-', 'relay-', 'eu'] },
  { name: 'orderStore', width: 5, lines: 2, set: ['order', 'Store'] },
  { name: 'a--b', width: 3, lines: 2, set: ['a--', 'b'] },
  { name: 'recommendations', width: 8, lines: 2, set: ['recommen', 'dations'] },
  { name: 'recommendation-engine', width: 8, lines: 2, set: ['recommen', '…-engine'] },
  { name: 'recommendation-engine', width: 8, lines: 1, set: ['reco…ine'] },
  { name: '', width: 5, lines: 1, set: [''] },
  { name: '支払い', width: 3, lines: 1, set: ['支払い'] },
]

describe('a name', () => {
  for (const { name, width, lines, set: expected } of table) {
    it(`${name} on ${lines} × ${width} is ${expected.join(' / ')}`, () => {
      expect(set(name, width, lines)).toEqual(expected)
    })
  }

  it('never runs out of its lines', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.double({ min: 1.2, max: 30, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        (name, width, lines) => {
          const all = setName(measureName(name, usualCharWidth), width, lines)
          expect(all.lines.length).toBeLessThanOrEqual(lines)
          for (const line of all.lines) {
            const wide = Array.from(line).reduce((sum, char) => sum + usualCharWidth(char), 0)
            expect(wide).toBeLessThanOrEqual(width + 1e-6)
          }
          expect(all.isCut || all.lines.join('') === name).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  })
})
