import { describe, expect, it } from 'vitest'
import { formatMetric, formatMetricRate } from './formatMetric.ts'

const READER = { now: Date.UTC(2026, 10, 22, 9), timeZone: 'UTC' }

describe('formatMetric', () => {
  it.each([
    { unit: 'bytes', value: 1536, text: '1.5 KiB' },
    { unit: 'seconds', value: 0.34, text: '340 ms' },
    { unit: 'milliseconds', value: 340, text: '340 ms' },
    { unit: 'ratio', value: 0.91, text: '91 %' },
    { unit: 'percent', value: 91, text: '91 %' },
    { unit: 'moment', value: Date.UTC(2026, 10, 22, 8, 14) / 1000, text: '08:14' },
    { unit: 'moment', value: 0, text: '0' },
    { unit: null, value: 12_345, text: '12,345' },
    { unit: null, value: 0.000_003_1, text: '0.00000310' },
    { unit: null, value: 1.8e19, text: '1.80e+19' },
    { unit: null, value: 0, text: '0' },
    { unit: 'bytes', value: Number.NaN, text: 'NaN' },
    { unit: null, value: Infinity, text: '+Inf' },
    { unit: 'seconds', value: -Infinity, text: '−Inf' },
  ] as const)('$value in $unit: $text', ({ unit, value, text }) => {
    expect(formatMetric(unit, value, READER)).toBe(text)
  })
})

describe('formatMetricRate', () => {
  it.each([
    { unit: 'bytes', rate: 2048, text: '2 KiB/s' },
    { unit: 'seconds', rate: 0.42, text: '0.42 s/s' },
    { unit: 'milliseconds', rate: 420, text: '420 ms/s' },
    { unit: null, rate: 3.5, text: '3.5 /s' },
  ] as const)('$rate in $unit: $text', ({ unit, rate, text }) => {
    expect(formatMetricRate(unit, rate)).toBe(text)
  })
})
