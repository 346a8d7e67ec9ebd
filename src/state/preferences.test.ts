import { describe, expect, it } from 'vitest'
import { createPreferences, nextTheme, parsePreferences } from './preferences.ts'
import { memoryStorage } from './testing/testScreen.ts'

describe('parsePreferences', () => {
  const standard = { theme: 'auto', singleKeys: true, name: '' }
  const rows = [
    { name: 'nothing stored', text: null, expected: standard },
    { name: 'damaged', text: '{"theme":', expected: standard },
    { name: 'of another shape', text: '[1]', expected: standard },
    { name: 'null', text: 'null', expected: standard },
    { name: 'an unknown theme', text: '{"theme":"sepia"}', expected: standard },
    { name: 'a theme', text: '{"theme":"dark"}', expected: { ...standard, theme: 'dark' } },
    {
      name: 'keys switched off',
      text: '{"singleKeys":false}',
      expected: { ...standard, singleKeys: false },
    },
    { name: 'a name', text: '{"name":"Anna"}', expected: { ...standard, name: 'Anna' } },
    { name: 'a name that is none', text: '{"name":7}', expected: standard },
    {
      name: 'more than is known',
      text: '{"theme":"light","x":1}',
      expected: { ...standard, theme: 'light' },
    },
  ]
  for (const { name, text, expected } of rows) {
    it(name, () => expect(parsePreferences(text)).toEqual(expected))
  }
})

describe('createPreferences', () => {
  it('remembers what was chosen for the next visit', () => {
    const storage = memoryStorage()
    createPreferences(storage).setState({ theme: 'dark' })
    expect(createPreferences(storage).getState().theme).toBe('dark')
  })
})

describe('nextTheme', () => {
  it('goes round', () => {
    expect([nextTheme('auto'), nextTheme('light'), nextTheme('dark')]).toEqual(['light', 'dark', 'auto'])
  })
})
