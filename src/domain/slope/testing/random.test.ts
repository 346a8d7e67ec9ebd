import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { mean } from './quantile.ts'
import { type Random, seededRandom } from './random.ts'

const draws = (random: Random, draw: (random: Random) => number, count = 20_000): readonly number[] =>
  Array.from({ length: count }, () => draw(random))

const momentsOf = (values: readonly number[]): { readonly mean: number; readonly variance: number } => {
  const center = mean(values) ?? Number.NaN
  return { mean: center, variance: mean(values.map((value) => (value - center) ** 2)) ?? Number.NaN }
}

const rows: readonly {
  readonly name: string
  readonly draw: (random: Random) => number
  readonly mean: number
  readonly variance: number
}[] = [
  { name: 'uniform in [0, 1)', draw: (random) => random.uniform(), mean: 0.5, variance: 1 / 12 },
  { name: 'uniform in [-3, 5)', draw: (random) => random.uniform(-3, 5), mean: 1, variance: 64 / 12 },
  { name: 'integer from 1 to 6', draw: (random) => random.integer(1, 6), mean: 3.5, variance: 35 / 12 },
  { name: 'normal', draw: (random) => random.normal(), mean: 0, variance: 1 },
  { name: 'exponential', draw: (random) => random.exponential(3), mean: 3, variance: 9 },
  { name: 'Poisson, rare', draw: (random) => random.poisson(0.2), mean: 0.2, variance: 0.2 },
  { name: 'Poisson, some', draw: (random) => random.poisson(12), mean: 12, variance: 12 },
  { name: 'Poisson, many', draw: (random) => random.poisson(500), mean: 500, variance: 500 },
  { name: 'Poisson, none', draw: (random) => random.poisson(0), mean: 0, variance: 0 },
  { name: 'chance', draw: (random) => (random.chance(0.3) ? 1 : 0), mean: 0.3, variance: 0.21 },
]

describe('seededRandom', () => {
  it.each(rows)('draws with the right mean and spread: $name', ({ draw, mean, variance }) => {
    const found = momentsOf(draws(seededRandom(7), draw))
    const tolerance = 5 * Math.sqrt(variance / 20_000)
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(tolerance)
    expect(Math.abs(found.variance - variance)).toBeLessThanOrEqual(0.1 * variance)
  })

  it('has no memory from one normal draw to the next', () => {
    const values = draws(seededRandom(3), (random) => random.normal())
    const products = values.slice(1).map((value, index) => value * (values[index] ?? 0))
    expect(Math.abs(mean(products) ?? Number.NaN)).toBeLessThan(0.04)
  })

  it('gives the same numbers for the same seed and name, and others for others', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (seed, name) => {
        const first = draws(seededRandom(seed, name), (random) => random.uniform(), 5)
        expect(draws(seededRandom(seed, name), (random) => random.uniform(), 5)).toEqual(first)
        expect(draws(seededRandom(seed + 1, name), (random) => random.uniform(), 5)).not.toEqual(first)
        expect(draws(seededRandom(seed, `${name}x`), (random) => random.uniform(), 5)).not.toEqual(first)
      }),
    )
  })

  it('stays in its range whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), (seed, size) => {
        const random = seededRandom(seed)
        const value = random.integer(0, size)
        expect(Number.isInteger(value) && value >= 0 && value <= size).toBe(true)
        expect(random.poisson(size)).toBeGreaterThanOrEqual(0)
        expect(random.exponential(1)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('forks a generator whose draws do not touch its own', () => {
    const [used, unused] = [seededRandom(5), seededRandom(5)]
    draws(used.fork(), (random) => random.normal(), 100)
    unused.fork()
    expect(used.uniform()).toBe(unused.uniform())
  })
})
