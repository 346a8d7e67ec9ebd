import { worseSentence } from '#src/domain/wording/fleetSentence.ts'
import { useWatch } from '#src/state/useWatch.ts'

/** Says politely what got worse, and nothing else: not every poll, not what recovered. */
export function LiveRegion() {
  const worse = useWatch((state) => state.worse)
  const times = useWatch((state) => state.timesWorse)
  return (
    <p className="unseen" aria-live="polite" role="log">
      {/* Anew each time: the same words twice are heard twice. */}
      <span key={times}>{worseSentence(worse)}</span>
    </p>
  )
}
