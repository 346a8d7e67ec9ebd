import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NightStretch } from '#src/domain/night/night.ts'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { MOST_BANDS, nightBands } from './nightBands.ts'

const NIGHT = { from: 1000, to: 2000 }

const stretch = (from: number, to: number, light: Light): NightStretch => ({
  from,
  to,
  light,
  turn: 'other',
  reasons: [],
})

describe('nightBands', () => {
  const rows = [
    { name: 'nothing seen', stretches: [], expected: [] },
    {
      name: 'one light all night',
      stretches: [stretch(1000, 1500, 'green'), stretch(1500, 2000, 'green')],
      expected: [['green', 0, 1]],
    },
    {
      name: 'a gap stays blank',
      stretches: [stretch(1000, 1250, 'green'), stretch(1500, 2000, 'green')],
      expected: [
        ['green', 0, 0.25],
        ['green', 0.5, 0.5],
      ],
    },
    {
      name: 'what began before and goes on',
      stretches: [stretch(0, 1500, 'red'), stretch(1500, 9000, 'orange')],
      expected: [
        ['red', 0, 0.5],
        ['orange', 0.5, 0.5],
      ],
    },
  ]
  it.each(rows)('$name', ({ stretches, expected }) => {
    expect(nightBands(stretches, NIGHT).map(({ light, at, width }) => [light, at, width])).toEqual(expected)
  })

  it('keeps every red moment of a service that never stands still, in few parts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORST_FIRST), { minLength: 300, maxLength: 900 }), (lights) => {
        const step = 1000 / lights.length
        const all = lights.map((light, i) => stretch(1000 + i * step, 1000 + (i + 1) * step, light))
        const bands = nightBands(all, NIGHT)
        expect(bands.length).toBeLessThanOrEqual(Math.max(MOST_BANDS, lights.length))
        for (const { from, to } of all.filter(({ light }) => light === 'red')) {
          const middle = ((from + to) / 2 - 1000) / 1000
          const there = bands.filter(({ at, width }) => at <= middle && middle <= at + width)
          expect(there.map(({ light }) => light)).toContain('red')
        }
      }),
      { numRuns: 15 },
    )
  })
})
