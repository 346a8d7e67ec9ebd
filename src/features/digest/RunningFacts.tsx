import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import styles from './panel.module.css'

const UNKNOWN = { version: null, commit: null, builtAt: null, runtime: null, startedAt: null }

/** What runs in a pod and since when; facts that are not known are left out. */
export function RunningFacts({ pod }: { readonly pod: Detail['pods'][number] }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const words = screenTexts.panel
  const when = (at: EpochMs | null): string | null => (at === null ? null : formatMoment(at, now, timeZone))
  const { version, commit, builtAt, runtime, startedAt } = pod.version ?? UNKNOWN
  const facts: readonly (readonly [string, string | null])[] = [
    [words.version, version ?? pod.health?.version ?? null],
    [words.commit, commit],
    [words.built, when(builtAt)],
    [words.runtime, runtime],
    [words.started, when(pod.startedAt ?? startedAt)],
  ]
  const known = facts.filter(([, value]) => value !== null)
  if (known.length === 0) return null
  return (
    <>
      <h4>{words.running}</h4>
      <dl className={styles.facts}>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
