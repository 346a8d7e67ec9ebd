import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { distinctValues, type SeenValues } from './distinctValues.ts'
import { ValueTally } from './valueTally.ts'

const seenIn = (values: readonly number[]): SeenValues => {
  const tally = new ValueTally()
  tally.clear()
  for (const value of values) tally.add(value + 1)
  return tally.seen()
}

/** What a sample of `n` of `things` shows where the `i`-th thing has the value `valueOf(i)`, averaged over 40 samples. */
const estimated = (things: number, n: number, valueOf: (i: number) => number): number => {
  const random = seededRandom(7, `${things} ${n}`)
  const share = n / things
  let sum = 0
  for (let sample = 0; sample < 40; sample += 1) {
    const taken: number[] = []
    for (let i = 0; i < things && taken.length < 512; i += 1) if (random.chance(share)) taken.push(valueOf(i))
    sum += distinctValues(seenIn(taken), share)
  }
  return sum / 40
}

describe('distinctValues', () => {
  it.each([
    { name: 'nothing', seen: { values: 0, rareValues: 0, rareSeen: 0 }, share: 0.1, answer: 0 },
    { name: 'all of it', seen: { values: 7, rareValues: 7, rareSeen: 9 }, share: 1, answer: 7 },
    { name: 'all different', seen: { values: 50, rareValues: 50, rareSeen: 50 }, share: 0.1, answer: 500 },
    { name: 'all frequent', seen: { values: 5, rareValues: 0, rareSeen: 0 }, share: 0.01, answer: 5 },
    {
      name: 'some frequent, the others all different',
      seen: { values: 23, rareValues: 20, rareSeen: 20 },
      share: 0.1,
      answer: 203,
    },
  ])('$name', ({ seen, share, answer }) => {
    expect(distinctValues(seen, share)).toBeCloseTo(answer, 6)
  })

  it.each([
    {
      name: 'as many as things',
      things: 5000,
      n: 200,
      values: 5000,
      valueOf: (i: number) => i,
      within: 0.02,
    },
    {
      name: 'half as many',
      things: 2000,
      n: 200,
      values: 1000,
      valueOf: (i: number) => i % 1000,
      within: 0.2,
    },
    {
      name: 'a tenth, in turn',
      things: 5000,
      n: 200,
      values: 500,
      valueOf: (i: number) => i % 500,
      within: 0.1,
    },
    {
      name: 'a tenth, each in a row',
      things: 5000,
      n: 200,
      values: 500,
      valueOf: (i: number) => Math.floor(i / 10),
      within: 0.1,
    },
    { name: 'forty', things: 5000, n: 200, values: 40, valueOf: (i: number) => i % 40, within: 0.02 },
    {
      name: 'ten frequent ones beside unique ones',
      things: 5000,
      n: 200,
      values: 2510,
      valueOf: (i: number) => (i % 2 === 0 ? i % 10 : 10 + i),
      within: 0.25,
    },
  ])('comes near: $name', ({ things, n, values, valueOf, within }) => {
    const answer = estimated(things, n, valueOf)
    expect(Math.abs(answer / values - 1)).toBeLessThan(within)
  })

  it('is never fewer than were seen, nor more than there can be, and grows with what was seen', () => {
    const seen = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 900 }))
      .map(([frequent, rareValues, more]) => ({
        values: frequent + rareValues,
        rareValues,
        rareSeen: Math.min(rareValues * 10, rareValues + more),
      }))
    fc.assert(
      fc.property(seen, fc.double({ min: 1e-6, max: 1, noNaN: true }), (some, share) => {
        const answer = distinctValues(some, share)
        expect(answer).toBeGreaterThanOrEqual(some.values)
        expect(answer).toBeLessThanOrEqual(some.values - some.rareValues + some.rareSeen / share + 1)
        if (some.rareValues === some.rareSeen) return
        const more = { ...some, values: some.values + 1, rareValues: some.rareValues + 1 }
        expect(distinctValues(more, share)).toBeGreaterThanOrEqual(answer * 0.99 - 0.2)
      }),
    )
  })
})

describe('ValueTally', () => {
  it('counts as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 300 }), (hashes) => {
        const tally = new ValueTally()
        const counts = new Map<number, number>()
        for (const hash of hashes.map((number) => number || 1)) {
          counts.set(hash, (counts.get(hash) ?? 0) + 1)
          expect(tally.add(hash)).toBe(counts.get(hash))
        }
        const rare = [...counts.values()].filter((count) => count <= 10)
        expect(tally.seen()).toEqual({
          values: counts.size,
          rareValues: rare.length,
          rareSeen: rare.reduce((sum, count) => sum + count, 0),
        })
        tally.clear()
        expect(tally.seen()).toEqual({ values: 0, rareValues: 0, rareSeen: 0 })
        expect(tally.add(1)).toBe(1)
      }),
    )
  })

  it('holds 512 different values', () => {
    const tally = new ValueTally()
    for (let hash = 1; hash <= 512; hash += 1) expect(tally.add(hash * 1024)).toBe(1)
    expect(tally.seen().values).toBe(512)
  })
})
