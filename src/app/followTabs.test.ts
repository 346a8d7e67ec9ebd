import { afterEach, describe, expect, it } from 'vitest'
import { createPreferences, PREFERENCES_KEY } from '#src/state/preferences.ts'
import { browserStorage } from './browserStorage.ts'
import { followTabs } from './followTabs.ts'

afterEach(() => localStorage.clear())

describe('followTabs', () => {
  it.each([
    { name: 'of the preferences', key: PREFERENCES_KEY, theme: 'dark' },
    { name: 'of all', key: null, theme: 'dark' },
    { name: 'of something else', key: 'morning-check/digest', theme: 'auto' },
  ])('hears $name', ({ key, theme }) => {
    const preferences = createPreferences(browserStorage)
    followTabs(preferences)
    localStorage.setItem(PREFERENCES_KEY, '{"theme":"dark"}')
    dispatchEvent(new StorageEvent('storage', { key }))
    expect(preferences.getState().theme).toBe(theme)
  })
})
