import type { Theme } from '#src/domain/preferences/preferences.ts'

/** What the switch of the themes is called, which is what holds now. */
export const englishTheme: Readonly<Record<Theme, string>> = {
  auto: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
  contrast: 'Theme: high contrast',
}
