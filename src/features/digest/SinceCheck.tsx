import { useEffect, useState } from 'react'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { Night } from '#src/domain/night/night.ts'
import { days, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { checkSentence } from '#src/domain/wording/checkWords.ts'
import { checkActions } from '#src/state/checkActions.ts'
import { createCheckComposer, createFleetReader, nightFrom } from '#src/state/checkComposer.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import styles from './sinceCheck.module.css'

/** What the worker told of the time since the last sign-off. */
type Told = {
  readonly from: EpochMs
  readonly offset: DurationMs
  readonly log: CheckLog
  readonly night: Night
}

/** The log first: it tells since when. Null where the watch does not answer, or not yet. */
async function askSince({ ask, board }: Pick<Screen, 'ask' | 'board'>, now: EpochMs): Promise<Told | null> {
  const { log: askLog, night: askNight } = checkActions(ask)
  const log = await askLog(now - days(1))
  if (log === null) return null
  const from = log.signOffs[0]?.at ?? now - days(1)
  const offset = board.getState().desk?.offset ?? 0
  // What happened to tickets is told since a moment: the sign-off may be older than a day.
  const [whole, night] = await Promise.all([
    from < now - days(1) ? askLog(from) : log,
    askNight(nightFrom(from, offset), now),
  ])
  return whole === null || night === null ? null : { from, offset, log: whole, night }
}

/** Asked once a minute: whoever wants it to the second opens the check. */
function useTold(): Told | null {
  const screen = useScreen()
  const now = useNow(minutes(1))
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    let isShown = true
    const ask = async (): Promise<void> => {
      // No answer this time: what was told before holds for its time, and says until when.
      const answer = await askSince(screen, now).catch(() => null)
      if (isShown && answer !== null) setTold(answer)
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [screen, now])
  return told
}

/** What changed since the last check, in one sentence. Nothing until it is known: an empty line is no quiet night. */
export function SinceCheck() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const told = useTold()
  const [readFleet] = useState(createFleetReader)
  const [compose] = useState(createCheckComposer)
  const fleet = useWatch(readFleet)
  if (told === null || fleet.source !== 'live') return null
  const { check } = compose({ fleet, ...told, now, timeZone })
  if (check === null) return null
  return <span className={styles.sentence}>{checkSentence(check, { now, timeZone })}</span>
}
