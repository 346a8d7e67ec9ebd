import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHOICES, DEFAULT_PREFERENCES, readPreferences } from './preferences.ts'
import { shownZone } from './shownZone.ts'

describe('readPreferences', () => {
  const rows = [
    { name: 'nothing stored', stored: null, expected: {} },
    { name: 'of another shape', stored: [1], expected: {} },
    { name: 'a text', stored: 'dark', expected: {} },
    { name: 'an unknown theme', stored: { theme: 'sepia' }, expected: {} },
    { name: 'a theme', stored: { theme: 'contrast' }, expected: { theme: 'contrast' } },
    { name: 'a theme in a list', stored: { theme: ['dark'] }, expected: {} },
    { name: 'rows close together', stored: { density: 'compact' }, expected: { density: 'compact' } },
    { name: 'the fleet’s zone', stored: { zone: 'fleet' }, expected: { zone: 'fleet' } },
    { name: 'quiet sounds', stored: { sound: 'quiet' }, expected: { sound: 'quiet' } },
    { name: 'another first screen', stored: { start: 'board' }, expected: { start: 'board' } },
    { name: 'a first screen that is none', stored: { start: 's/orders' }, expected: {} },
    { name: 'no notices', stored: { notices: false }, expected: { notices: false } },
    { name: 'keys switched off', stored: { singleKeys: false }, expected: { singleKeys: false } },
    { name: 'a name', stored: { name: 'Anna' }, expected: { name: 'Anna' } },
    { name: 'a name that is none', stored: { name: 7 }, expected: {} },
    { name: 'more than is known', stored: { theme: 'light', x: 1 }, expected: { theme: 'light' } },
  ]
  for (const { name, stored, expected } of rows) {
    it(name, () => expect(readPreferences(stored)).toEqual({ ...DEFAULT_PREFERENCES, ...expected }))
  }

  it('makes whole preferences of anything', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { theme, density, zone, sound, start, ...others } = readPreferences(stored)
        expect(CHOICES.theme).toContain(theme)
        expect(CHOICES.density).toContain(density)
        expect(CHOICES.zone).toContain(zone)
        expect(CHOICES.sound).toContain(sound)
        expect(CHOICES.start).toContain(start)
        expect(Object.values(others).map((value) => typeof value)).toEqual(['boolean', 'boolean', 'string'])
      }),
      { numRuns: 100 },
    )
  })

  it('has as its default the first of each choice', () => {
    expect(Object.entries(CHOICES).map(([name, [first]]) => [name, first])).toEqual(
      Object.entries(DEFAULT_PREFERENCES).filter(([name]) => name in CHOICES),
    )
  })
})

describe('shownZone', () => {
  const zones = { mine: 'Europe/Paris', fleet: 'Asia/Tokyo' }
  it.each([
    { choice: 'mine', fleet: 'Asia/Tokyo', expected: 'Europe/Paris' },
    { choice: 'fleet', fleet: 'Asia/Tokyo', expected: 'Asia/Tokyo' },
    { choice: 'fleet', fleet: null, expected: 'Europe/Paris' },
    { choice: 'utc', fleet: 'Asia/Tokyo', expected: 'UTC' },
  ] as const)('$choice, the fleet’s being $fleet: $expected', ({ choice, fleet, expected }) => {
    expect(shownZone(choice, { ...zones, fleet })).toBe(expected)
  })
})
