import type { PreferencesStore, Theme } from '#src/state/preferences.ts'

function wear(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Puts the chosen theme on the page, now and whenever it changes. */
export function wearTheme(preferences: PreferencesStore): void {
  wear(preferences.getState().theme)
  preferences.subscribe(({ theme }) => wear(theme))
}
