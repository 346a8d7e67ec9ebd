import { useCallback, useMemo, useState } from 'react'
import type { PinnedSeries } from '#src/domain/explorer/podFamilies.ts'
import { usePinSeries } from '#src/state/queries/usePinSeries.ts'

/** Which series of a pod are drawn as lines, and how that is changed. */
export type Drawing = {
  readonly drawn: ReadonlySet<string>
  readonly toggle: (id: string) => Promise<void>
  /** What went wrong with the last change: the text of that name says it; null: nothing. */
  readonly fault: 'full' | 'notDrawn' | null
}

/** The drawn series of a pod, to be changed. */
export function useDrawing(service: string, pod: string, pinned: readonly PinnedSeries[]): Drawing {
  const pin = usePinSeries(service, pod)
  const [fault, setFault] = useState<Drawing['fault']>(null)
  const drawn = useMemo(() => new Set(pinned.map(({ id }) => id)), [pinned])
  const toggle = useCallback(
    async (id: string) => {
      const how = await pin(id, !drawn.has(id))
      setFault(how === 'done' ? null : how === 'full' ? 'full' : 'notDrawn')
    },
    [pin, drawn],
  )
  return useMemo(() => ({ drawn, toggle, fault }), [drawn, toggle, fault])
}
