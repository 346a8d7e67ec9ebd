import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExplainedPoint, PointUse } from '#src/domain/slope/explainFit.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { FitChart } from './FitChart.tsx'
import type { FitView } from './fitView.ts'

afterEach(cleanup)

/** 2024-11-21T08:00:00Z. */
const NOW = 1_732_176_000_000
const MIB = mebibytes(1)
const START = NOW - hours(2)

const stretch = (from: number, n: number, use: PointUse): readonly ExplainedPoint[] =>
  Array.from({ length: n }, (_, i) => ({
    t: from + minutes(i),
    mean: 500 * MIB,
    low: 490 * MIB,
    high: 510 * MIB,
    use,
  }))

const view = (own: Partial<FitView> = {}): FitView => ({
  signal: 'memory',
  points: [
    ...stretch(START - minutes(12), 12, 'before-start'),
    ...stretch(START, 10, 'start-up'),
    ...stretch(START + minutes(10), 1, 'outlier'),
    ...stretch(START + minutes(11), 1204, 'used'),
  ],
  line: { from: START, fromValue: 400 * MIB, to: NOW, toValue: 462 * MIB },
  band: [
    { t: START, low: 390 * MIB, high: 410 * MIB },
    { t: NOW, low: 450 * MIB, high: 470 * MIB },
  ],
  bound: 600 * MIB,
  marks: [{ at: START, kind: 'restart', version: null }],
  onset: START + hours(1),
  ...own,
})

const draw = (own: Partial<FitView> = {}): HTMLElement =>
  render(<FitChart pod="orders-2" view={view(own)} now={NOW} timeZone="UTC" />).container

/** The texts of all such elements. */
const texts = (within: HTMLElement, selector: string): readonly string[] =>
  [...within.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '')

const legend = (within: HTMLElement): readonly string[] => texts(within, 'figure > ul > li')

describe('FitChart', () => {
  it('says what was used, what was left out and why, and what each shape means', () => {
    expect(legend(draw())).toEqual([
      '1,204 used',
      '12 before the restart 06:00',
      '10 during start-up',
      '1 outlier',
      'fitted line, +31 MiB/h',
      '95 % band of the line',
      'limit 600 MiB',
      'drift since 07:00',
      'restart 06:00',
    ])
  })

  it('is a figure whose caption tells it all', () => {
    expect(texts(draw(), 'figure > figcaption')).toEqual([
      'memory of orders-2: 1,204 used; left out: 12 before the restart 06:00, 10 during start-up, 1 outlier, ' +
        'fitted line, +31 MiB/h',
    ])
  })

  it('is a table too, short enough to be listened to, with every use in it', () => {
    const drawn = draw()
    expect(texts(drawn, 'caption')).toEqual(['The samples of memory of orders-2, a few at a time'])
    expect(drawn.querySelectorAll('tbody tr').length).toBeLessThanOrEqual(24)
    const cells = new Set(texts(drawn, 'td'))
    for (const text of ['used', 'before the start', 'during start-up', 'outlier', '490 MiB to 510 MiB']) {
      expect(cells).toContain(text)
    }
  })

  it('says that no line is fitted, and shows neither band nor limit nor onset', () => {
    const points = stretch(START, 2, 'start-up')
    const drawn = draw({ points, line: null, band: [], bound: null, marks: [], onset: null })
    expect(legend(drawn)).toEqual(['2 during start-up', 'no line is fitted: too little is known'])
  })

  it('says of a far limit that it is not in the picture', () => {
    expect(legend(draw({ bound: 64_000 * MIB }))).toContain('limit 62.5 GiB, outside the picture')
  })

  it('names no start that lies outside the picture', () => {
    const marks = [{ at: START - hours(9), kind: 'deploy', version: '2.4.1' }] as const
    const told = legend(draw({ marks }))
    expect(told).toContain('12 before it began anew 06:00')
    expect(told.join()).not.toContain('deploy')
  })

  it('has no picture of nothing', () => {
    const drawn = draw({ points: [], line: null, band: [] })
    expect(drawn.textContent).toBe('no samples yet')
  })
})
