import { englishPreferences as words } from '#src/domain/wording/englishPreferences.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { CallsPart } from './CallsPart.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { FilePart } from './FilePart.tsx'
import { LookPart } from './LookPart.tsx'
import styles from './preferences.module.css'
import { Section } from './Section.tsx'
import { YouPart } from './YouPart.tsx'
import { ZonePart } from './ZonePart.tsx'

/** What somebody may have their own way on this browser. */
export function PreferencesScreen() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.way}>
          <a href={hashTo('/')}>{screenTexts.noPage.home}</a> <CopyLink />
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <main>
        <LookPart />
        <ZonePart />
        <CallsPart />
        <Section title={words.sections.start} meant={words.meant.start}>
          <ChoiceGroup name="start" />
        </Section>
        <YouPart />
        <FilePart />
      </main>
    </div>
  )
}
