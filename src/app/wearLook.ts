import type { Preferences } from '#src/domain/preferences/preferences.ts'
import type { PreferencesStore } from '#src/state/preferences.ts'

function wear({ theme, density }: Preferences): void {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset.theme
  else dataset.theme = theme
  if (density === 'comfortable') delete dataset.density
  else dataset.density = density
}

/** Puts the chosen theme and density on the page, now and whenever they change. */
export function wearLook(preferences: PreferencesStore): void {
  wear(preferences.getState())
  preferences.subscribe(wear)
}
