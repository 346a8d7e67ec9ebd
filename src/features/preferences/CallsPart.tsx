import { englishPreferences as words } from '#src/domain/wording/englishPreferences.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { NoticeTrial } from './NoticeTrial.tsx'
import { Section } from './Section.tsx'
import { SoundTrial } from './SoundTrial.tsx'
import { Switch } from './Switch.tsx'

/** How a new red is heard and told where nobody looks. */
export function CallsPart() {
  return (
    <Section title={words.sections.calls} meant={words.meant.calls}>
      <div>
        <ChoiceGroup name="sound" />
        <SoundTrial />
      </div>
      <div>
        <Switch name="notices" label={words.notices.label} />
        <NoticeTrial />
      </div>
    </Section>
  )
}
