import { englishTheme } from '#src/domain/wording/englishTheme.ts'
import { nextTheme, usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './strip.module.css'

/** One button in a round: as the system, light, dark, high contrast. Its name says what holds now. */
export function ThemeSwitch() {
  const theme = usePreference('theme')
  const { preferences } = useScreen()
  const label = englishTheme[theme]
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => preferences.setState({ theme: nextTheme(theme) })}
    >
      <Icon name={theme} />
    </button>
  )
}
