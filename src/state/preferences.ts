import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  CHOICES,
  type Preferences,
  readPreferences,
  type Theme,
} from '#src/domain/preferences/preferences.ts'
import { useScreen } from './screen.ts'
import type { Storage } from './storage.ts'

export type PreferencesStore = StoreApi<Preferences>

/** Where a browser stores them, for all its tabs. */
export const PREFERENCES_KEY = 'morning-check/preferences'

/** Preferences out of a stored text; whatever is missing or not understood is the default. */
export function parsePreferences(text: string | null): Preferences {
  try {
    return readPreferences(JSON.parse(text ?? 'null'))
  } catch {
    return readPreferences(null)
  }
}

const readStored = (storage: Storage): Preferences => parsePreferences(storage.read(PREFERENCES_KEY))

/** The preferences as stored; every change is stored at once. */
export function createPreferences(storage: Storage): PreferencesStore {
  const store = createStore(() => readStored(storage))
  store.subscribe((preferences) => {
    const text = JSON.stringify(preferences)
    // What another tab has just stored is not stored again: two builds that know different preferences would never end.
    if (text !== JSON.stringify(readStored(storage))) storage.write(PREFERENCES_KEY, text)
  })
  return store
}

/** Takes in what another tab has stored meanwhile. */
export const takeStored = (store: PreferencesStore, storage: Storage): void =>
  store.setState(readStored(storage), true)

/** The theme that follows in the round of the switch: auto, light, dark, high contrast, auto. */
export const nextTheme = (theme: Theme): Theme =>
  CHOICES.theme[(CHOICES.theme.indexOf(theme) + 1) % CHOICES.theme.length] ?? 'auto'

/** One preference, drawn again when it changes. */
export function usePreference<K extends keyof Preferences>(name: K): Preferences[K] {
  return useStore(useScreen().preferences, (preferences) => preferences[name])
}
