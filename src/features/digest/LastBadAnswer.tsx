import { minutes } from '#src/domain/time/units.ts'
import { failureSentence } from '#src/domain/wording/failureWords.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './lastBadAnswer.module.css'
import panel from './panel.module.css'

type Pod = Detail['pods'][number]
type BadAnswer = NonNullable<Pod['lastBad']>

const words = screenTexts.panel

/** The endpoints that may stand for a pod's life show it already, while nothing newer came. */
const isPresent = ({ endpoints }: Pod, { at }: BadAnswer): boolean =>
  endpoints.some((one) => (one.endpoint === 'health' || one.endpoint === 'metrics') && one.at === at)

function said({ result }: BadAnswer): string {
  if (!result.ok) return failureSentence(result.error)
  const { state, why } = result.value
  return why === null ? words.healthState[state] : `${words.healthState[state]}: ${why}`
}

/** The newest bad answer of a pod whose present one is another: what a pod that flaps says when it is not well. */
export function LastBadAnswer({ pod }: { readonly pod: Pod }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const bad = pod.lastBad ?? null
  if (bad === null || isPresent(pod, bad)) return null
  return (
    <div className={styles.lastBad}>
      <h4>{words.lastBad}</h4>
      <p>
        {said(bad)}{' '}
        <span className={panel.quiet}>
          {words.lastBadWhen(formatMoment(bad.at, now, timeZone), formatDuration(bad.took))}
        </span>
      </p>
    </div>
  )
}
