import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { binWindow } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import type { LevelNumber } from './levels.ts'
import { CONFIRM, LEAST_T, MATERIAL } from './parameters.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'
import { wander } from './testing/noise.ts'
import { seededRandom } from './testing/random.ts'
import { trend } from './trend.ts'
import { leastT, testWindow, type WindowVerdict } from './windowTest.ts'

const EVERY = minutes(2)
const random = seededRandom(11, 'windowTest')

function verdictOf(series: Series, level: LevelNumber, length: number, limit = Number.NaN): WindowVerdict {
  const window = binWindow(series, level, length, newestBin(series, level))
  return window === null ? { kind: 'nothing' } : testWindow(series, window, limit)
}

describe('leastT', () => {
  it('is what the table says of each length, and nothing is below it', () => {
    for (const [i, { below, t }] of LEAST_T.entries()) {
      expect(leastT(LEAST_T[i - 1]?.below ?? 0)).toBe(t)
      expect(leastT(Math.min(below, 1e6) - 0.01)).toBe(t)
    }
    expect(leastT(Number.NaN)).toBe(Infinity)
  })
})

const wave = (h: number): number => Math.cos((2 * Math.PI * (h - 12)) / 24)

describe('testWindow', () => {
  const rows: readonly {
    name: string
    valueAt: (hour: number) => number
    hours: number
    level?: LevelNumber
    length?: number
    limit?: number
    kind: WindowVerdict['kind']
    why?: string
  }[] = [
    { name: 'a line over a day', valueAt: (h) => 100 + 5 * h, hours: 26, kind: 'drift' },
    {
      name: 'a line under noise',
      valueAt: (h) => 100 + 5 * h + 10 * random.normal(),
      hours: 26,
      kind: 'drift',
    },
    {
      name: 'a line with gaps',
      valueAt: (h) => (h % 5 < 1 ? Number.NaN : 100 + 5 * h),
      hours: 26,
      kind: 'drift',
    },
    { name: 'growth by a share of itself', valueAt: (h) => 80 * 2 ** (h / 3), hours: 26, kind: 'drift' },
    { name: 'a constant', valueAt: () => 100, hours: 26, kind: 'nothing' },
    { name: 'a falling line', valueAt: (h) => 300 - 5 * h, hours: 26, kind: 'nothing' },
    {
      name: 'a rise that is not worth a word',
      valueAt: (h) => 1000 + (h / 24) * 0.8 * MATERIAL.levelShare * 1000,
      hours: 26,
      kind: 'nothing',
    },
    {
      name: 'the same with a limit that is near',
      valueAt: (h) => 1000 + (h / 24) * 0.8 * MATERIAL.levelShare * 1000,
      hours: 26,
      limit: 2000,
      kind: 'drift',
    },
    { name: 'noise', valueAt: () => 100 + 50 * random.normal(), hours: 26, kind: 'nothing' },
    {
      name: 'a step, which is no slope',
      valueAt: (h) => (h < 14 ? 100 : 200),
      hours: 26,
      kind: 'nearly',
      why: 'step',
    },
    {
      name: 'a step of days ago',
      valueAt: (h) => (h < 40 ? 100 : 200),
      hours: 80,
      level: 3,
      length: 24,
      kind: 'nothing',
    },
    {
      name: 'a step that is not worth a word',
      valueAt: (h) => (h < 14 ? 100 : 104),
      hours: 26,
      kind: 'nothing',
    },
    {
      name: 'a rise that has stopped',
      valueAt: (h) => 100 + 10 * Math.min(h, 14),
      hours: 26,
      kind: 'nearly',
      why: 'step',
    },
    {
      name: 'a rise that levels off',
      valueAt: (h) => 100 + 100 * (1 - Math.exp(-h / 8)),
      hours: 26,
      kind: 'nearly',
      why: 'levelling off',
    },
    {
      name: 'half a day of a line, nothing known before',
      valueAt: (h) => 100 + 4 * h,
      hours: 13,
      length: 24,
      kind: 'nearly',
      why: 'within its usual range',
    },
    {
      name: 'the way back to a plateau',
      valueAt: (h) => (h < 30 ? 400 : 100 + 6 * (h - 30)),
      hours: 55,
      kind: 'nearly',
      why: 'below its earlier plateau',
    },
    {
      name: 'ten minutes towards a near limit',
      valueAt: (h) => 2 + 600 * h,
      hours: 0.2,
      level: 0,
      length: 20,
      limit: 300,
      kind: 'drift',
    },
    {
      name: 'ten minutes with a far limit',
      valueAt: (h) => 2 + 600 * h,
      hours: 0.2,
      level: 0,
      length: 20,
      limit: 9000,
      kind: 'nothing',
    },
    {
      name: 'three days under a daily curve that is not known',
      valueAt: (h) => 300 + 3 * h + 20 * wave(h),
      hours: 66,
      level: 3,
      length: 24,
      kind: 'drift',
    },
  ]

  it.each(rows)('$name', ({ valueAt, hours: lasting, level = 2, length = 48, limit, kind, why }) => {
    const every = level === 0 ? minutes(0.25) : EVERY
    const series = fedSeries(samplesOf(valueAt, lasting, { every }))
    if (why === 'below its earlier plateau') series.segmentStart -= 1e9
    expect(verdictOf(series, level, length, limit)).toMatchObject(
      why === undefined ? { kind } : { kind, why },
    )
  })

  it('asks for less significance at a second look, and for the rest as before', () => {
    const { tShare } = CONFIRM
    const looks = Array.from({ length: 40 }, (_, i) => {
      const noise = wander(seededRandom(i, 'second look'), 8, hours(1))
      const series = fedSeries(
        samplesOf((h) => 100 + 5 * h + noise(START + h * hours(1)), 24.1, { every: EVERY }),
      )
      const window = binWindow(series, 2, 48, newestBin(series, 2))
      if (window === null) throw new Error('too few bins')
      const t = trend(window.x, window.y, window.step)?.t ?? 0
      const [first, second] = [
        testWindow(series, window, Number.NaN),
        testWindow(series, window, Number.NaN, 'second'),
      ]
      return { t, first: first.kind === 'drift', second: second.kind === 'drift' }
    })
    const least = leastT(24)
    const between = looks.filter(({ t }) => t > tShare * least && t < least)
    const passed = (look: 'first' | 'second'): number => between.filter((each) => each[look]).length
    expect(passed('second')).toBeGreaterThan(2 * passed('first'))
    expect(looks.some(({ first, second }) => first && !second)).toBe(false)
    const step = fedSeries(samplesOf((h) => (h < 12 ? 100 : 300), 24.1, { every: EVERY }))
    const window = binWindow(step, 2, 48, newestBin(step, 2))
    expect(window === null ? null : testWindow(step, window, Number.NaN, 'second').kind).toBe('nearly')
  })

  it('tells the slope and the rise of a drift', () => {
    const verdict = verdictOf(fedSeries(samplesOf((h) => 100 + 5 * h, 24.1, { every: EVERY })), 2, 48)
    expect(verdict).toMatchObject({ kind: 'drift' })
    if (verdict.kind !== 'drift') return
    expect(verdict.slope).toBeCloseTo(5, 3)
    expect(verdict.rise).toBeCloseTo(120, 1)
  })
})
