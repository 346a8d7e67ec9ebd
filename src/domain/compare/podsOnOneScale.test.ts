import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { type EpochMs, mebibytes, minutes } from '#src/domain/time/units.ts'
import { podsOnOneScale } from './podsOnOneScale.ts'
import { recentOf } from './recentOf.ts'
import { startsOf } from './startsOf.ts'

const lineOf = (pod: string, values: readonly number[], own: Partial<SignalHistory> = {}): SignalHistory => ({
  signal: 'cpu',
  pod,
  from: 0,
  step: minutes(15),
  mean: Float32Array.from(values),
  low: Float32Array.from(values),
  high: Float32Array.from(values),
  bound: null,
  slope: null,
  marks: [],
  ...own,
})

/** A moment so many minutes after the lines begin. */
const minute = (n: number): EpochMs => Number(minutes(n))

/** As of the end of the lines. */
const onOneScale = (histories: readonly SignalHistory[]) =>
  podsOnOneScale(histories, Math.max(0, ...histories.map(({ step, mean }) => step * mean.length)))

/** The ends of the scale of a line that does not move. */
function scaleOf(signal: SignalHistory['signal'], value: number): readonly number[] {
  const [scale] = onOneScale([lineOf('a', [value, value, value], { signal })])
  return [scale?.low, scale?.high].map((end) => Number(end?.toFixed(2)))
}

describe('what a pod had lately', () => {
  it.each([
    { name: 'the median of the last places', values: [9, 9, 1, 2, 30], expected: 2 },
    { name: 'without its gaps', values: [9, 9, 9, Number.NaN, 4], expected: 6.5 },
    {
      name: 'nothing where it was not read',
      values: [9, 9, Number.NaN, Number.NaN, Number.NaN],
      expected: null,
    },
    { name: 'nothing of nothing', values: [], expected: null },
  ])('$name', ({ values, expected }) => {
    expect(recentOf(lineOf('a', values), minutes(15) * values.length)).toBe(expected)
  })

  it('is of twenty minutes where the steps are short', () => {
    const values = [...Array.from({ length: 30 }, () => 1), ...Array.from({ length: 21 }, () => 5)]
    expect(recentOf(lineOf('a', values, { step: minutes(0.5) }), minute(26))).toBe(5)
  })

  it.each([
    { late: 20, expected: 1 },
    { late: 21, expected: null },
    { late: 300, expected: null },
  ])('is $expected of a line that ended $late minutes before', ({ late, expected }) => {
    expect(recentOf(lineOf('a', [1, 1, 1, 1]), minute(60 + late))).toBe(expected)
  })

  it('goes to 100 % at most of what is a share, and beyond only where a line does', () => {
    expect(scaleOf('errorRatio', 1)).toEqual([0.8, 1])
    expect(scaleOf('errorRatio', 0.5)).toEqual([0.45, 0.55])
    expect(scaleOf('utilisation', 1.2)).toEqual([1.08, 1.32])
    expect(scaleOf('cpu', 1)).toEqual([0.9, 1.1])
  })

  it('makes nobody the odd one who fell silent hours ago', () => {
    const lines = [lineOf('a', [9, 9, 9]), lineOf('b', [1, 1, 1], { from: minute(300) })]
    expect(podsOnOneScale(lines, minute(345))[0]?.odd).toEqual([])
  })
})

describe('pods on one scale', () => {
  it('have the ends of all of them', () => {
    const [cpu] = onOneScale([lineOf('a', [0.1, 0.4]), lineOf('b', [2, 1.5])])
    expect([cpu?.low, cpu?.high]).toEqual([0, 2])
  })

  it('do not stand on nought where they are far from it', () => {
    const [cpu] = onOneScale([lineOf('a', [100, 110]), lineOf('b', [120, 130])])
    expect([cpu?.low, cpu?.high]).toEqual([100, 130])
  })

  it('have room around a line that hardly moves', () => {
    const [cpu] = onOneScale([lineOf('a', [100, 101])])
    expect(cpu?.low).toBeCloseTo(90.4, 1)
    expect(cpu?.high).toBeCloseTo(110.6, 1)
  })

  it.each([
    { name: 'that lies near', bounds: [3, 3], expected: 3 },
    { name: 'not one that lies far off', bounds: [30, 30], expected: null },
    { name: 'not where they have different ones', bounds: [3, 4], expected: null },
    { name: 'not where one has none', bounds: [3, null], expected: null },
  ])('show the limit $name', ({ bounds, expected }) => {
    const [cpu] = onOneScale(bounds.map((bound, i) => lineOf(`p${i}`, [1, 2], { bound })))
    expect(cpu?.bound).toBe(expected)
    expect(cpu?.high).toBe(expected ?? 2)
  })

  it('name the odd one, signal by signal', () => {
    const memory = (pod: string, mib: number) =>
      lineOf(pod, [mib, mib, mib].map(mebibytes), { signal: 'memory' })
    const found = onOneScale([
      memory('a', 100),
      lineOf('a', [1, 1, 1]),
      memory('b', 104),
      lineOf('b', [1, 1, 1]),
      memory('c', 306),
      lineOf('c', [1, 1, 1]),
    ])
    expect(found.map(({ signal, odd }) => [signal, odd.map(({ pod, times }) => [pod, times])])).toEqual([
      ['memory', [['c', 3]]],
      ['cpu', []],
    ])
  })

  it('have a scale that holds every value', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.float()), { maxLength: 6 }), (lines) => {
        for (const { low, high, lines: drawn } of onOneScale(
          lines.map((values, i) => lineOf(`p${i}`, values)),
        )) {
          expect(low).toBeLessThan(high)
          for (const { history } of drawn) {
            for (const value of history.mean.filter((one) => Number.isFinite(one))) {
              expect(value >= low && value <= high).toBe(true)
            }
          }
        }
      }),
    )
  })
})

it('tells every start of a pod once, whichever signals know of it', () => {
  const early = { at: 1, kind: 'restart', version: null } as const
  const late = { at: 9, kind: 'deploy', version: '2.0' } as const
  const histories = [
    lineOf('a', [], { marks: [late] }),
    lineOf('a', [], { signal: 'memory', marks: [early, late] }),
    lineOf('b', [], { marks: [early] }),
  ]
  expect(startsOf(['a', 'c'], histories)).toEqual([
    { pod: 'a', marks: [early, late] },
    { pod: 'c', marks: [] },
  ])
})
