import { useEffect, useState } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { followBuild, type NewBuild } from './newBuild.ts'
import { isServed, ownEntry, servedPage } from './ownServer.ts'
import { every, onTouch, onVisible } from './pageEvents.ts'
import { type Screen, useScreen } from './screen.ts'

/** Text that stands in a field, or an open window. */
function isBusy(): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"])',
  )
  return [...fields].some(({ value }) => value !== '')
}

/** This computer is back in the network, the page in view, or the server that was away is there again. */
function onComeback({ watch }: Screen, call: () => void): () => void {
  const stopVisible = onVisible(call)
  const stopWatch = watch.subscribe((state, before) => {
    const wasAway = before.fleetFile?.kind === 'unreachable' || before.source === 'stalled'
    const isThere = state.fleetFile?.kind !== 'unreachable' && state.source === 'live'
    if (wasAway && isThere) call()
  })
  addEventListener('online', call)
  return () => {
    stopVisible()
    stopWatch()
    removeEventListener('online', call)
  }
}

function follow(screen: Screen, tell: (state: NewBuild) => void): () => void {
  let touchedAt: EpochMs = Number.NEGATIVE_INFINITY
  const stopTouches = onTouch(() => {
    touchedAt = Date.now()
  })
  const stop = followBuild(
    {
      own: ownEntry(),
      look: servedPage,
      isThere: isServed,
      storage: screen.storage,
      now: () => Date.now(),
      openedAt: screen.openedAt,
      touchedAt: () => touchedAt,
      isBusy,
      reload: () => location.reload(),
      every,
      onComeback: (call) => onComeback(screen, call),
    },
    tell,
  )
  return () => {
    stop()
    stopTouches()
  }
}

/** Goes over to a newer build by itself while this is drawn, and says what keeps it waiting. */
export function useNewBuild(): NewBuild {
  const screen = useScreen()
  const [state, setState] = useState<NewBuild>({ kind: 'none' })
  useEffect(() => follow(screen, setState), [screen])
  return state
}
