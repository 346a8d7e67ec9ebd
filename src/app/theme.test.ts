import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createPreferences, type Theme, THEMES } from '#src/state/preferences.ts'
import { browserStorage } from './browserStorage.ts'

const KEY = 'morning-check/preferences'

/** Runs the script of the page's head; jsdom would not. */
function runScript(): string | undefined {
  delete document.documentElement.dataset.theme
  runInThisContext(readFileSync('public/theme.js', 'utf8'))
  return document.documentElement.dataset.theme
}

afterEach(() => localStorage.clear())

describe('the theme before the first paint', () => {
  const shown: Readonly<Record<Theme, string | undefined>> = {
    auto: undefined,
    light: 'light',
    dark: 'dark',
  }
  for (const theme of THEMES) {
    it(`is ${theme} where that was chosen`, () => {
      createPreferences(browserStorage).setState({ theme })
      expect(localStorage.getItem(KEY)).not.toBeNull()
      expect(runScript()).toBe(shown[theme])
    })
  }

  for (const stored of ['', '{', 'null', '7', '{"theme":"pink"}']) {
    it(`is the system’s where ${JSON.stringify(stored)} is stored`, () => {
      localStorage.setItem(KEY, stored)
      expect(runScript()).toBeUndefined()
    })
  }

  it('is the system’s before anything was chosen', () => {
    expect(runScript()).toBeUndefined()
  })
})
