import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { saveDigest } from '#src/state/savedDigest.ts'
import type { Storage } from '#src/state/storage.ts'
import type { WatchStore } from '#src/state/watchStore.ts'

const EVERY: DurationMs = seconds(15)

/** Keeps the newest live digest for the next visit: now and then, and when the page is left. */
export function keepDigest(watch: WatchStore, storage: Storage, fleetUrl: string): void {
  let kept: unknown = null
  const keep = (): void => {
    const { source, strip, rows, heardAt } = watch.getState()
    if (source !== 'live' || strip === null || heardAt === null || rows === kept || strip.blind !== null)
      return
    kept = rows
    saveDigest(storage, { fleetUrl, at: heardAt, strip, rows: [...rows.values()] })
  }
  setInterval(keep, EVERY)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
  addEventListener('pagehide', keep)
}
