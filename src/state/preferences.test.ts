import { describe, expect, it } from 'vitest'
import { CHOICES, DEFAULT_PREFERENCES } from '#src/domain/preferences/preferences.ts'
import { createPreferences, nextTheme, parsePreferences, PREFERENCES_KEY, takeStored } from './preferences.ts'
import { memoryStorage } from './testing/testScreen.ts'

describe('parsePreferences', () => {
  const rows = [
    { name: 'nothing stored', text: null, expected: {} },
    { name: 'damaged', text: '{"theme":', expected: {} },
    {
      name: 'an earlier build’s',
      text: '{"theme":"dark","singleKeys":false}',
      expected: { theme: 'dark', singleKeys: false },
    },
  ]
  for (const { name, text, expected } of rows) {
    it(name, () => expect(parsePreferences(text)).toEqual({ ...DEFAULT_PREFERENCES, ...expected }))
  }
})

describe('createPreferences', () => {
  it('remembers what was chosen for the next visit', () => {
    const storage = memoryStorage()
    createPreferences(storage).setState({ theme: 'contrast', zone: 'utc', name: 'Anna' })
    expect(createPreferences(storage).getState()).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'contrast',
      zone: 'utc',
      name: 'Anna',
    })
  })
})

describe('takeStored', () => {
  it('follows what another tab chose', () => {
    const storage = memoryStorage()
    const [mine, other] = [createPreferences(storage), createPreferences(storage)]
    other.setState({ density: 'compact' })
    takeStored(mine, storage)
    expect(mine.getState().density).toBe('compact')
  })

  it('does not answer: what a newer build stored stays', () => {
    const storage = memoryStorage()
    const mine = createPreferences(storage)
    const stored = '{"theme":"dark","letters":"large"}'
    storage.write(PREFERENCES_KEY, stored)
    takeStored(mine, storage)
    expect(mine.getState().theme).toBe('dark')
    expect(storage.read(PREFERENCES_KEY)).toBe(stored)
  })

  it('is as at first again where all was forgotten', () => {
    const storage = memoryStorage()
    const mine = createPreferences(storage)
    mine.setState({ theme: 'dark' })
    storage.remove(PREFERENCES_KEY)
    takeStored(mine, storage)
    expect(mine.getState()).toEqual(DEFAULT_PREFERENCES)
  })
})

describe('nextTheme', () => {
  it('goes round', () => {
    expect(CHOICES.theme.map(nextTheme)).toEqual(['light', 'dark', 'contrast', 'auto'])
  })
})
