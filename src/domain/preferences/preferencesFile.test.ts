import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHOICES, DEFAULT_PREFERENCES, type Preferences } from './preferences.ts'
import { changedPreferences, isName, parsePreferencesFile, printPreferencesFile } from './preferencesFile.ts'

const BEFORE: Preferences = { ...DEFAULT_PREFERENCES, theme: 'dark', name: 'Anna' }

const fileOf = (preferences: unknown): string =>
  JSON.stringify({ kind: 'morning-check/preferences', version: 1, preferences })

const any: fc.Arbitrary<Preferences> = fc.record({
  theme: fc.constantFrom(...CHOICES.theme),
  density: fc.constantFrom(...CHOICES.density),
  zone: fc.constantFrom(...CHOICES.zone),
  sound: fc.constantFrom(...CHOICES.sound),
  start: fc.constantFrom(...CHOICES.start),
  notices: fc.boolean(),
  singleKeys: fc.boolean(),
  name: fc.string({ unit: 'grapheme' }).filter(isName),
})

describe('a file of preferences that is not taken', () => {
  it.each([
    { name: 'cut', text: '{"kind":', error: { kind: 'not-json', line: 1, column: 9, endsEarly: true } },
    {
      name: 'a page',
      text: '<!doctype html>',
      error: { kind: 'not-json', line: 1, column: 1, endsEarly: false },
    },
    { name: 'empty', text: '', error: { kind: 'not-json', line: 1, column: 1, endsEarly: true } },
    { name: 'a list', text: '[]', error: { kind: 'other' } },
    { name: 'nothing', text: 'null', error: { kind: 'other' } },
    { name: 'a fleet file', text: '{"services":[]}', error: { kind: 'other' } },
    {
      name: 'without preferences',
      text: '{"kind":"morning-check/preferences","version":1}',
      error: { kind: 'other' },
    },
    {
      name: 'of a newer build',
      text: '{"kind":"morning-check/preferences","version":2,"preferences":{}}',
      error: { kind: 'newer' },
    },
  ])('$name', ({ text, error }) => expect(parsePreferencesFile(text, BEFORE)).toEqual({ ok: false, error }))
})

describe('a file of preferences', () => {
  const rows: readonly {
    readonly name: string
    readonly given: object
    readonly next?: Partial<Preferences>
    readonly refused?: readonly object[]
  }[] = [
    { name: 'that names none changes none', given: {} },
    {
      name: 'changes what it names',
      given: { zone: 'utc', notices: false },
      next: { zone: 'utc', notices: false },
    },
    { name: 'may take the name away', given: { name: '' }, next: { name: '' } },
    {
      name: 'with a choice that there is not',
      given: { theme: 'sepia', density: 'compact' },
      next: { density: 'compact' },
      refused: [{ name: 'theme', value: '"sepia"', wanted: CHOICES.theme }],
    },
    {
      name: 'with a word where yes or no is wanted',
      given: { notices: 'yes' },
      refused: [{ name: 'notices', value: '"yes"', wanted: 'yes-or-no' }],
    },
    {
      name: 'with a preference that there is not',
      given: { letters: 12 },
      refused: [{ name: 'letters', value: '12', wanted: 'nothing' }],
    },
    {
      name: 'with one named as what every object has',
      given: JSON.parse('{"__proto__":{"theme":"light"},"constructor":1}'),
      refused: [
        { name: '__proto__', value: '{"theme":"light"}', wanted: 'nothing' },
        { name: 'constructor', value: '1', wanted: 'nothing' },
      ],
    },
    {
      name: 'with a name that turns the line around',
      given: { name: 'Anna\u202E' },
      refused: [{ name: 'name', value: '"Anna\\u202e"', wanted: 'name' }],
    },
    {
      name: 'with a name as long as a story',
      given: { name: 'x'.repeat(121) },
      refused: [{ name: 'name', value: `"${'x'.repeat(38)}…`, wanted: 'name' }],
    },
  ]
  for (const { name, given, next = {}, refused = [] } of rows) {
    it(name, () => {
      const value = { next: { ...BEFORE, ...next }, refused }
      expect(parsePreferencesFile(fileOf(given), BEFORE)).toEqual({ ok: true, value })
    })
  }

  it('gives back what was printed', () => {
    fc.assert(
      fc.property(any, any, (preferences, before) => {
        const read = parsePreferencesFile(printPreferencesFile(preferences), before)
        expect(read).toEqual({ ok: true, value: { next: preferences, refused: [] } })
      }),
      { numRuns: 50 },
    )
  })

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof parsePreferencesFile(fileOf(value), BEFORE).ok).toBe('boolean')
      }),
      { numRuns: 50 },
    )
  })
})

describe('changedPreferences', () => {
  it('names what differs in the order of the screen', () => {
    expect(changedPreferences(BEFORE, { ...BEFORE, name: 'Boris', theme: 'auto' })).toEqual(['theme', 'name'])
    expect(changedPreferences(BEFORE, { ...BEFORE })).toEqual([])
  })
})
