import { firstReadAt } from '#src/domain/chart/readingAt.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { RANGE_NAMES, RANGES, setRange, useRange } from './drillAddress.ts'
import styles from './rangePicker.module.css'

const { range: words } = englishService

/** A line that fills less of the width is a speck. */
const LEAST_SHARE = 1 / 4

type Props = {
  readonly histories: readonly SignalHistory[]
  /** When the range ends that is shown. */
  readonly to: EpochMs
  /** Whether a shorter range would end there too, and so show the same. */
  readonly endsAlike: boolean
}

/** That only a small part of the time that is shown is known, and the range that fits; nothing where enough is. */
export function YoungHistory({ histories, to, endsAlike }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { name: range, span } = useRange()
  const since = firstReadAt(histories)
  if (since === null || to - since > span * LEAST_SHARE) return null
  const fitting = RANGE_NAMES.find((name) => RANGES[name] >= to - since) ?? range
  const known = Math.round((Math.min(to, now) - since) / minutes(1)) * minutes(1)
  return (
    <p className={styles.young}>
      {words.young(formatMoment(since, now, timeZone), formatDuration(known), words.name[range])}{' '}
      {endsAlike && fitting !== range && (
        <button type="button" onClick={() => setRange(fitting)}>
          {words.show(words.name[fitting])}
        </button>
      )}
    </p>
  )
}
