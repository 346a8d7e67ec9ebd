import { useEffect, useState } from 'react'
import { every, onVisible } from './pageEvents.ts'
import { type HeldLock, keepAwake, type WakePorts, type WakeState } from './wakeLock.ts'

async function requestLock(): Promise<HeldLock> {
  const sentinel = await navigator.wakeLock.request('screen')
  return {
    onRelease: (call) => sentinel.addEventListener('release', call, { once: true }),
    release: () => void sentinel.release().catch(() => undefined),
  }
}

const ports = (): WakePorts => ({
  // The DOM library takes it for always there: it is on secure origins only, and not in old browsers.
  request: 'wakeLock' in navigator ? requestLock : null,
  isSecure: isSecureContext,
  isVisible: () => document.visibilityState === 'visible',
  onVisible,
  every,
})

/** Keeps the screen awake while this is drawn, and says whether that works. */
export function useWakeLock(): WakeState {
  const [state, setState] = useState<WakeState>('none')
  useEffect(() => keepAwake(ports(), setState), [])
  return state
}
