import type { Theme } from '#src/domain/preferences/preferences.ts'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import styles from './choice.module.css'
import { Section } from './Section.tsx'

/** The four lights as a theme shows them. */
const picture = (theme: Theme) => (
  <span className={styles.picture} data-look={theme} aria-hidden="true">
    {WORST_FIRST.map((light) => (
      <StatusLight key={light} light={light} size={20} silent />
    ))}
    <b>Aa</b> <span>12 s</span>
  </span>
)

/** Colours, and how close together rows stand. */
export function LookPart() {
  return (
    <Section title={englishPreferences.sections.look}>
      <ChoiceGroup name="theme" picture={picture} />
      <ChoiceGroup name="density" />
    </Section>
  )
}
