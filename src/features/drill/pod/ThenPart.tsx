import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { setAt } from '#src/features/drill/drillAddress.ts'
import { ThenAndNow } from '#src/features/drill/then/ThenAndNow.tsx'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './podPage.module.css'

const words = englishLayers.screen

type Props = { readonly service: string; readonly pod: string; readonly at: EpochMs }

/** What is shown while a moment of the past is looked at: that it is, how it stood then, and the way back. */
export function ThenPart({ service, pod, at }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <>
      <div className={styles.then}>
        <p>
          <b>{words.lookingAt(formatMoment(at, now, timeZone))}</b> {words.lookingAtMeaning}
        </p>
        <button type="button" onClick={() => setAt(null)}>
          {words.toNow}
        </button>
      </div>
      <ThenAndNow service={service} pod={pod} at={at} />
    </>
  )
}
