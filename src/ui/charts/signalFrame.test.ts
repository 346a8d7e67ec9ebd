import { describe, expect, it } from 'vitest'
import { forecastOf } from '#src/domain/chart/forecastOf.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { CHART_NOW as NOW, driftTo160, historyOf } from '#src/domain/chart/testing/historyOf.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { signalFrame } from './signalFrame.ts'

const flat = (value: number, own: Partial<SignalHistory> = {}): SignalHistory => {
  const mean = Float32Array.of(value, value)
  return historyOf([value, value], { low: mean, high: mean, ...own })
}

const framed = (history: SignalHistory, beside: SignalHistory | null = null): readonly number[] => {
  const other = beside === null ? null : { name: 'orders-2', history: beside, later: 0 }
  const { value } = signalFrame({ history, beside: other, light: null }, forecastOf(history, NOW + hours(24)))
  return value.map((each) => Math.round(each * 1000) / 1000)
}

describe('signalFrame', () => {
  it.each([
    { name: 'lowest and highest, with a little room', history: historyOf([10, 20]), expected: [8.28, 21.72] },
    { name: 'no finer than whole numbers of a count', history: flat(9), expected: [7.88, 10.12] },
    { name: 'a share of what is large', history: flat(1000), expected: [977.6, 1022.4] },
    { name: 'a per cent of no errors', history: flat(0, { signal: 'errorRatio' }), expected: [0, 0.006] },
    { name: 'a limit that is near', history: flat(1000, { bound: 1040 }), expected: [976.4, 1043.6] },
    { name: 'no limit that is far', history: flat(1000, { bound: 9000 }), expected: [977.6, 1022.4] },
    {
      name: 'where a drift leads',
      history: flat(100, { bound: 160, slope: driftTo160() }),
      expected: [96.4, 163.6],
    },
    { name: 'only gaps', history: flat(Number.NaN), expected: [0, 1.12] },
  ])('$name', ({ history, expected }) => expect(framed(history)).toEqual(expected))

  it('makes room for what it is compared with', () => {
    expect(framed(historyOf([10, 20]), historyOf([80]))[1]).toBeGreaterThan(80)
  })

  it('shows two weeks around a date, not years', () => {
    const end = (NOW + days(60)) / 1000
    const [low = 0, high = 0] = framed(flat(end, { signal: 'certificateExpiry' }))
    expect(high - low).toBeLessThan(days(16) / 1000)
  })
})
