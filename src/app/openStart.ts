import type { PreferencesStore } from '#src/state/preferences.ts'

/**
 * Opens the screen that was chosen as the first one, where the address names none. `#/` does: it is the digest, so that
 * every way back leads there. Nothing is left behind that the browser's Back would come upon.
 */
export function openStart(preferences: PreferencesStore): void {
  const { start } = preferences.getState()
  if (location.hash === '' && start !== 'digest') history.replaceState(null, '', `#/${start}`)
}
