import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useScreen } from './screen.ts'
import type { Storage } from './storage.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What this person chose on this browser. */
export type Preferences = {
  readonly theme: Theme
  /** WCAG 2.2, 2.1.4: keys without a modifier can be switched off. */
  readonly singleKeys: boolean
  /** How this person signs what they do to tickets; empty until they were asked. */
  readonly name: string
}

export type PreferencesStore = StoreApi<Preferences>

const KEY = 'morning-check/preferences'
const DEFAULTS: Preferences = { theme: 'auto', singleKeys: true, name: '' }

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)

/** Preferences out of a stored text; whatever is missing or not understood is the default. */
export function parsePreferences(text: string | null): Preferences {
  if (text === null) return DEFAULTS
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return DEFAULTS
    return {
      theme: 'theme' in stored && isTheme(stored.theme) ? stored.theme : DEFAULTS.theme,
      singleKeys: 'singleKeys' in stored ? stored.singleKeys !== false : DEFAULTS.singleKeys,
      name: 'name' in stored && typeof stored.name === 'string' ? stored.name : DEFAULTS.name,
    }
  } catch {
    return DEFAULTS
  }
}

/** The preferences as stored; every change is stored at once. */
export function createPreferences(storage: Storage): PreferencesStore {
  const store = createStore(() => parsePreferences(storage.read(KEY)))
  store.subscribe((preferences) => storage.write(KEY, JSON.stringify(preferences)))
  return store
}

/** The theme that follows in the round of the switch: auto, light, dark, auto. */
export const nextTheme = (theme: Theme): Theme =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'

/** One preference, drawn again when it changes. */
export function usePreference<K extends keyof Preferences>(name: K): Preferences[K] {
  return useStore(useScreen().preferences, (preferences) => preferences[name])
}
