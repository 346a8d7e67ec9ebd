import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { WalkDeeds } from '#src/features/check/walk/walkDeeds.ts'
import styles from './handover.module.css'
import { MakeHandover } from './MakeHandover.tsx'
import { TakeHandover } from './TakeHandover.tsx'

type Props = { readonly check: MorningCheck; readonly named: WalkDeeds['named'] }

/** The end of a RUN week and the beginning of the next: what is handed over, and what is taken over. */
export function HandoverView({ check, named }: Props) {
  return (
    <div className={styles.view}>
      <MakeHandover check={check} named={named} />
      <TakeHandover fleet={check.title} />
    </div>
  )
}
