import { minutes } from '#src/domain/time/units.ts'
import { englishDiagnosis } from '#src/domain/wording/englishDiagnosis.ts'
import { useBehind } from '#src/state/queries/useServiceDetail.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Diagnosis } from '#src/ui/Diagnosis.tsx'
import styles from './servicePage.module.css'

/** What a runbook's decision tree makes of it, with the next commands; nothing where all is well. */
export function NextSteps({ service }: { readonly service: string }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const findings = useBehind(service)?.diagnosis ?? []
  if (findings.length === 0) return null
  return (
    <section className={styles.small} aria-labelledby="next-steps">
      <h2 id="next-steps">{englishDiagnosis.heading}</h2>
      <Diagnosis findings={findings} now={now} timeZone={timeZone} headed={false} />
    </section>
  )
}
