import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSlope, formatSlopeRange } from './formatSlope.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { kibibytes, mebibytes } from '#src/domain/time/units.ts'

type Row = { readonly signal: Signal; readonly perHour: number; readonly expected: string }

describe('formatSlope', () => {
  it.each<Row>([
    { signal: 'memory', perHour: mebibytes(31), expected: '+31 MiB/h' },
    { signal: 'memory', perHour: mebibytes(-31.4), expected: '−31.4 MiB/h' },
    { signal: 'disk', perHour: mebibytes(1.5 * 1024), expected: '+1.5 GiB/h' },
    { signal: 'heap', perHour: kibibytes(340), expected: '+340 KiB/h' },
    { signal: 'heap', perHour: kibibytes(1023.7), expected: '+1 MiB/h' },
    { signal: 'heap', perHour: 512, expected: '+12 KiB/d' },
    { signal: 'goroutines', perHour: 6, expected: '+6/h' },
    { signal: 'fds', perHour: 1200, expected: '+1,200/h' },
    { signal: 'queueDepth', perHour: 1.7 / 24, expected: '+1.7/d' },
    { signal: 'queueDepth', perHour: -0.25, expected: '−6/d' },
    { signal: 'errorRatio', perHour: 0.021, expected: '+2.1 % points/h' },
    { signal: 'gcCpu', perHour: 0.002, expected: '+4.8 % points/d' },
    { signal: 'cpu', perHour: 0.42, expected: '+0.42 cores/h' },
    { signal: 'cpu', perHour: 0.05, expected: '+1.2 cores/d' },
    { signal: 'scrapeDuration', perHour: 0.012, expected: '+12 ms/h' },
    { signal: 'latencyP99', perHour: 90, expected: '+1.5 min/h' },
    { signal: 'requestRate', perHour: 12, expected: '+12 /s per h' },
    { signal: 'requestRate', perHour: 0.5, expected: '+12 /s per d' },
    { signal: 'memory', perHour: 0, expected: '0 B/h' },
    { signal: 'fds', perHour: -0, expected: '0/h' },
    { signal: 'fds', perHour: 1e-9, expected: '0/d' },
    { signal: 'fds', perHour: Number.NaN, expected: '–' },
    { signal: 'fds', perHour: Number.POSITIVE_INFINITY, expected: '–' },
  ])('$signal by $perHour: $expected', ({ signal, perHour, expected }) =>
    expect(formatSlope(signal, perHour)).toBe(expected),
  )

  it('says the same of a fall as of a rise, but for the sign', () => {
    const size = fc.double({ min: 1e-6, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...SIGNALS), size, (signal, perHour) => {
        expect(formatSlope(signal, -perHour).replace('−', '+')).toBe(formatSlope(signal, perHour))
      }),
    )
  })
})

describe('formatSlopeRange', () => {
  const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number
  it.each<{
    readonly perHour: number
    readonly ci: readonly [number, number]
    readonly expected: string | null
  }>([
    { perHour: mebibytes(31), ci: [mebibytes(29), mebibytes(33)], expected: '29 to 33' },
    { perHour: mebibytes(-31), ci: [mebibytes(-33), mebibytes(-29)], expected: '−33 to −29' },
    { perHour: mebibytes(0.5), ci: [mebibytes(-1), mebibytes(2)], expected: '−1,024 to 2,048' },
    { perHour: mebibytes(2), ci: [kibibytes(1), mebibytes(4)], expected: '0 to 4' },
    { perHour: 512, ci: [0, 1024], expected: '0 to 24' },
    { perHour: mebibytes(31), ci: [mebibytes(29), POSITIVE_INFINITY], expected: '29 or more' },
    { perHour: mebibytes(31), ci: [NEGATIVE_INFINITY, mebibytes(33)], expected: '33 or less' },
    { perHour: 0, ci: [NEGATIVE_INFINITY, POSITIVE_INFINITY], expected: null },
    { perHour: 0, ci: [Number.NaN, Number.NaN], expected: null },
  ])('$expected', ({ perHour, ci, expected }) =>
    expect(formatSlopeRange('memory', perHour, ci)).toBe(expected),
  )
})
