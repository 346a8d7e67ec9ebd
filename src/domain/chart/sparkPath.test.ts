import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SparkLine, sparkPath } from './sparkPath.ts'

const GAP = Number.NaN
const sparkOf = (values: readonly number[], own: Partial<SparkLine> = {}): SparkLine => ({
  from: 0,
  step: 1000,
  values: Float32Array.from(values),
  bound: null,
  slope: null,
  marks: [],
  ...own,
})
const draw = (values: readonly number[], own: Partial<SparkLine> = {}) => sparkPath(sparkOf(values, own))

describe('sparkPath', () => {
  const rows = [
    { name: 'nothing', values: [], bound: null, line: '', boundY: null },
    { name: 'nothing but gaps', values: [GAP, GAP], bound: 5, line: '', boundY: null },
    { name: 'from low to high', values: [0, 10], bound: null, line: 'M0 220L960 20', boundY: null },
    {
      name: 'a gap breaks the line',
      values: [0, 10, GAP, 10, 0],
      bound: null,
      line: 'M0 220L240 20M720 20L960 220',
      boundY: null,
    },
    {
      name: 'a lone reading is a dot',
      values: [0, GAP, 10, GAP, 0],
      bound: null,
      line: 'M0 220h15M480 20h15M960 220h15',
      boundY: null,
    },
    {
      name: 'a near limit lies over the line',
      values: [80, 100],
      bound: 120,
      line: 'M0 220L960 120',
      boundY: 20,
    },
    { name: 'a far limit is left out', values: [80, 100], bound: 4000, line: 'M0 220L960 20', boundY: null },
    {
      name: 'a limit that is passed lies under the line',
      values: [80, 120],
      bound: 100,
      line: 'M0 220L960 20',
      boundY: 120,
    },
    {
      name: 'all nought lies at the bottom',
      values: [0, 0],
      bound: null,
      line: 'M0 220L960 220',
      boundY: null,
    },
    { name: 'a single sample', values: [5], bound: null, line: 'M0 120h15', boundY: null },
  ]
  for (const { name, values, bound, line, boundY } of rows) {
    it(name, () =>
      expect(draw(values, { bound })).toEqual({ line, boundY, fit: '', deploys: '', restarts: '' }),
    )
  }

  it('does not blow noise up: one per mille up and down stays within a few pixels', () => {
    const ys = [...draw([1000, 1001, 999, 1000]).line.matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y))
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(10)
  })

  it('stays in its box, whatever the values', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    const value = fc.oneof(number, fc.constant(GAP))
    const time = fc.integer({ min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 90 }),
        fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
        fc.tuple(time, number, time, number),
        (values, bound, [from, fromValue, to, toValue]) => {
          const slope = slopeOf({ from, fromValue, to, toValue })
          const { line, boundY, fit } = draw(values, { bound, slope })
          for (const [, x, y] of `${line}${fit}`.matchAll(/[ML]([-\d.e]+) ([-\d.e]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0)
            expect(Number(x)).toBeLessThanOrEqual(1000)
            expect(Number(y)).toBeGreaterThanOrEqual(0)
            expect(Number(y)).toBeLessThanOrEqual(240)
          }
          expect(`${line}${fit}`).not.toMatch(/NaN|Infinity/)
          expect(boundY ?? 0).toBeGreaterThanOrEqual(0)
          expect(boundY ?? 0).toBeLessThanOrEqual(240)
        },
      ),
    )
  })
})

const slopeOf = (own: Partial<NonNullable<SparkLine['slope']>>): NonNullable<SparkLine['slope']> => ({
  perHour: 1,
  ci: [0, 2],
  since: null,
  isDrift: true,
  from: 0,
  fromValue: 0,
  to: 1000,
  toValue: 10,
  reachedAt: null,
  reachedBetween: null,
  ...own,
})

describe('the fitted line', () => {
  const values = [0, 3, 7, 10]
  it.each([
    { name: 'goes on by a little', slope: { to: 3000 }, fit: 'M0 220L1000 12' },
    {
      name: 'begins at its own begin',
      slope: { from: 1500, to: 3000, fromValue: 5 },
      fit: 'M480 120L1000 12',
    },
    {
      name: 'is cut where the picture begins and ends',
      slope: { from: -3000, fromValue: 0, to: 6000, toValue: 6 },
      fit: 'M0 180L1000 138',
    },
    {
      name: 'ends at the edge where it is steep',
      slope: { from: 2700, to: 3000 },
      fit: 'M864 220L970 0',
    },
    { name: 'is level', slope: { to: 3000, fromValue: 5, toValue: 5 }, fit: 'M0 120L1000 120' },
    { name: 'is not drawn of what is no drift', slope: { to: 3000, isDrift: false }, fit: '' },
    { name: 'is not drawn before the picture', slope: { from: -2000, to: -1000 }, fit: '' },
    { name: 'is not drawn without numbers', slope: { to: 3000, toValue: GAP }, fit: '' },
    { name: 'is not drawn of no time', slope: { to: 0 }, fit: '' },
  ])('$name', ({ slope, fit }) => expect(draw(values, { slope: slopeOf(slope) }).fit).toBe(fit))

  it('is not drawn over a single sample', () => {
    expect(draw([5], { slope: slopeOf({}) }).fit).toBe('')
  })
})

const deploy = (at: number) => ({ at, kind: 'deploy', version: '2.0' }) as const
const restart = (at: number) => ({ at, kind: 'restart', version: null }) as const
const count = (path: string): number => path.split('M').length - 1

describe('starts', () => {
  const values = [0, 10]

  it('are told apart by shape, and the line makes room', () => {
    const { line, deploys, restarts } = draw(values, { marks: [restart(250), deploy(500)] })
    expect(line).toBe('M0 170L960 20')
    expect(deploys).toBe('M480 195l28 45h-56z')
    expect(restarts).toMatch(/^M224 219a/)
  })

  it.each([
    { name: 'outside the picture are not drawn', marks: [deploy(-1), restart(1001)], drawn: [0, 0] },
    {
      name: 'that would overlap are one',
      marks: [restart(500), restart(520), restart(540), restart(700)],
      drawn: [0, 2],
    },
    { name: 'beside a deploy give way to it', marks: [restart(490), deploy(500)], drawn: [1, 0] },
  ])('$name', ({ marks, drawn }) => {
    const { deploys, restarts } = draw(values, { marks })
    expect([count(deploys), count(restarts)]).toEqual(drawn)
  })

  it('at the ends are drawn whole', () => {
    expect(draw(values, { marks: [deploy(0), deploy(1000)] }).deploys).toMatch(/^M28 .*M932 /)
  })

  it('are drawn where nothing was read, and take no room where they are not shown', () => {
    expect(draw([GAP, GAP], { marks: [restart(500)] }).restarts).not.toBe('')
    expect(draw(values, { marks: [restart(5000)] }).line).toBe('M0 220L960 20')
  })
})
