import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { CHOICES, type Theme } from '#src/domain/preferences/preferences.ts'
import { createPreferences, PREFERENCES_KEY } from '#src/state/preferences.ts'
import { browserStorage } from './browserStorage.ts'

/** Runs the script of the page's head; jsdom would not. */
function runScript(): string | undefined {
  delete document.documentElement.dataset.theme
  delete document.documentElement.dataset.density
  runInThisContext(readFileSync('public/theme.js', 'utf8'))
  return document.documentElement.dataset.theme
}

afterEach(() => localStorage.clear())

describe('the theme before the first paint', () => {
  const shown: Readonly<Record<Theme, string | undefined>> = {
    auto: undefined,
    light: 'light',
    dark: 'dark',
    contrast: 'contrast',
  }
  for (const theme of CHOICES.theme) {
    it(`is ${theme} where that was chosen`, () => {
      createPreferences(browserStorage).setState({ theme })
      expect(runScript()).toBe(shown[theme])
    })
  }

  for (const stored of ['', '{', 'null', '7', '{"theme":"pink"}']) {
    it(`is the system’s where ${JSON.stringify(stored)} is stored`, () => {
      localStorage.setItem(PREFERENCES_KEY, stored)
      expect(runScript()).toBeUndefined()
    })
  }

  it.each([
    { density: 'comfortable', shown: undefined },
    { density: 'compact', shown: 'compact' },
  ] as const)('comes with rows that are $density', ({ density, shown }) => {
    createPreferences(browserStorage).setState({ density })
    runScript()
    expect(document.documentElement.dataset.density).toBe(shown)
  })

  it('is the system’s before anything was chosen', () => {
    expect(runScript()).toBeUndefined()
  })
})
