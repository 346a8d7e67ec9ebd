import { describe, expect, it } from 'vitest'
import { EASY_ARC, heightOf, LEAST_ARC, readableFrom, sightOf } from './legibility.ts'

describe('the height of capitals', () => {
  // ISO 9241-303: height = distance × minutes of arc ÷ 3438, as angles of this size are their own tangents.
  const table = [
    { distance: 5000, arc: LEAST_ARC, mm: 23.3 },
    { distance: 5000, arc: EASY_ARC, mm: 32 },
    { distance: 400, arc: LEAST_ARC, mm: 1.86 },
  ]
  for (const { distance, arc, mm } of table) {
    it(`is ${mm} mm for ${arc} minutes of arc from ${distance} mm away`, () => {
      expect(heightOf(distance, arc)).toBeCloseTo(mm, 1)
      expect(heightOf(distance, arc)).toBeCloseTo((distance * arc) / 3438, 1)
    })
  }

  it('is read from where it was reckoned for', () => {
    expect(readableFrom(heightOf(5000, LEAST_ARC))).toBeCloseTo(5000)
  })
})

describe('a screen', () => {
  const table = [
    {
      screen: 'a TV of 55 inch, 1080 lines',
      width: 1920,
      height: 1080,
      inch: null,
      capital: 36.7,
      metres: 5,
    },
    { screen: 'the same at 768 lines', width: 1366, height: 768, inch: null, capital: 26.1, metres: 5 },
    { screen: 'the same at 2160 lines', width: 3840, height: 2160, inch: null, capital: 73.4, metres: 5 },
    { screen: 'one on its side', width: 2160, height: 3840, inch: null, capital: 73.4, metres: 5 },
    { screen: 'a smaller one', width: 1920, height: 1080, inch: 27.5, capital: 73.4, metres: 5 },
    { screen: 'a phone', width: 390, height: 844, inch: null, capital: 11.2, metres: 0.4 },
    {
      screen: 'a narrow display of a known size',
      width: 390,
      height: 844,
      inch: 55,
      capital: 15.5,
      metres: 5,
    },
  ]
  for (const { screen, width, height, inch, capital, metres } of table) {
    it(`${screen}: capitals of ${capital} px are read from ${metres} m`, () => {
      const sight = sightOf(width, height, inch)
      expect(sight.capital).toBeCloseTo(capital, 1)
      expect(sight.distanceMm).toBe(metres * 1000)
      expect(readableFrom(sight.capital * sight.pixelMm)).toBeCloseTo(metres * 1000)
    })
  }

  it('of no size asks for nothing endless', () => {
    expect(Number.isFinite(sightOf(0, 0, null).size)).toBe(true)
  })
})
