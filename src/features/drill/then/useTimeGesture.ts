import { useRef, useState } from 'react'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { setAt } from '#src/features/drill/drillAddress.ts'

/** Browsers refuse to write the address much more often, and each moment is a question to the watch. */
const WRITTEN_EVERY: DurationMs = 400

/** A moment that somebody drags, or holds a key for. */
export type TimeGesture = {
  /** Where the slider stands meanwhile; undefined while nobody moves it. Null is the present. */
  readonly draft: EpochMs | null | undefined
  /** Looks at a moment. `stamp`: when the event came; `held`: more will come before `end`. */
  readonly move: (at: EpochMs | null, stamp: DurationMs, held: boolean) => void
  readonly end: () => void
}

/** Writes a moment into the address as it is moved: the first step is one that Back undoes, the others are one with it. */
export function useTimeGesture(): TimeGesture {
  const [draft, setDraft] = useState<EpochMs | null | undefined>(undefined)
  /** What was moved to last, and when the address was written last; null while nobody moves anything. */
  const moving = useRef<{ to: EpochMs | null; wroteAt: DurationMs } | null>(null)
  const move: TimeGesture['move'] = (at, stamp, held) => {
    const was = moving.current
    if (held) setDraft(at)
    const waits = held && was !== null && stamp - was.wroteAt < WRITTEN_EVERY
    if (!waits) setAt(at, was === null ? 'push' : 'replace')
    moving.current = held ? { to: at, wroteAt: waits ? was.wroteAt : stamp } : null
  }
  const end = (): void => {
    if (moving.current !== null) setAt(moving.current.to, 'replace')
    moving.current = null
    setDraft(undefined)
  }
  return { draft, move, end }
}
