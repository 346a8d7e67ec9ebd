import { useEffect, useState } from 'react'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import type { Ask } from '#src/state/checkActions.ts'
import { every } from '#src/state/pageEvents.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'

const AS_OFTEN: DurationMs = seconds(5)
/** What was told longer ago than this says nothing about now. */
const HOLDS_FOR: DurationMs = seconds(15)

/** Asks again and again, but never a second time while an answer is on its way: a worker that is dead answers none. */
function follow(ask: Ask, tell: (health: PollHealth) => void): () => void {
  let isAsked = false
  let isStopped = false
  const once = async (): Promise<void> => {
    if (isAsked) return
    isAsked = true
    try {
      const answer = await ask({ about: 'poll-health' })
      if (!isStopped && answer.about === 'poll-health' && answer.found !== null) tell(answer.found)
    } catch {
      // A worker of an older build does not know the question, and answers it with nothing.
    } finally {
      isAsked = false
    }
  }
  void once()
  const stop = every(AS_OFTEN, () => void once())
  return () => {
    isStopped = true
    stop()
  }
}

/** How the watch fares, as it told within the last seconds; null while it did not. */
export function usePollHealth(): PollHealth | null {
  const { ask } = useScreen()
  const [health, setHealth] = useState<PollHealth | null>(null)
  useEffect(() => follow(ask, setHealth), [ask])
  const isLate = useOfNow((now) => health !== null && Math.abs(now - health.at) > HOLDS_FOR)
  return isLate ? null : health
}
