import { memo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { ChangeList } from './changes/ChangeList.tsx'
import styles from './checkPage.module.css'
import { NightTimeline } from './night/NightTimeline.tsx'
import { CheckCalendar } from './sign/CheckCalendar.tsx'
import { SignOffPanel } from './sign/SignOffPanel.tsx'
import { WalkPanel } from './walk/WalkPanel.tsx'
import type { WalkDeeds } from './walk/walkDeeds.ts'

type Props = {
  readonly known: Known
  readonly check: MorningCheck
  readonly current: WalkStep | null
  readonly reader: Reader
  readonly deeds: WalkDeeds
  readonly said: string
  readonly onSign: () => void
  readonly onRename: () => void
}

/** The check itself: what changed, how the night was, the matter that is looked at, and the signature. */
export const CheckView = memo(function CheckView({
  known,
  check,
  current,
  reader,
  deeds,
  said,
  onSign,
  onRename,
}: Props) {
  const { walk, progress, actions, log, who, isStalled } = known
  const here = current?.item.key ?? null
  return (
    <div className={styles.columns}>
      <ChangeList check={check} walk={walk} here={here} reader={reader} actions={actions} />
      <div className={styles.side}>
        <NightTimeline check={check} here={here} reader={reader} />
        <WalkPanel
          check={check}
          walk={walk}
          current={current}
          progress={progress}
          reader={reader}
          deeds={deeds}
          said={said}
        />
        <SignOffPanel
          check={check}
          progress={progress}
          name={who.name}
          isStalled={isStalled}
          onSign={onSign}
          onRename={onRename}
        />
        {log !== null && <CheckCalendar calendar={log.calendar} />}
      </div>
    </div>
  )
})
