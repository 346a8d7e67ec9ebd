import { worseSentence } from '#src/domain/wording/fleetSentence.ts'
import { useWatch } from '#src/state/useWatch.ts'

/** Says politely what got worse, and nothing else: not every poll, not what recovered. */
export function LiveRegion() {
  const worse = useWatch((state) => state.worse)
  return (
    <p className="unseen" aria-live="polite" role="log">
      {worseSentence(worse)}
    </p>
  )
}
