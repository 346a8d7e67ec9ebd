import { PREFERENCES_KEY, type PreferencesStore, takeStored } from '#src/state/preferences.ts'
import { browserStorage } from './browserStorage.ts'

/** Lets this tab follow what is chosen in another one. */
export function followTabs(preferences: PreferencesStore): void {
  addEventListener('storage', ({ key }) => {
    // Null: all that was stored has been forgotten.
    if (key === PREFERENCES_KEY || key === null) takeStored(preferences, browserStorage)
  })
}
