import { oneMoreReload, readReloads, reloadPause } from '#src/domain/wall/reloadPause.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { ownEntry, servedPage } from './ownServer.ts'
import type { Storage } from './storage.ts'

/** What loading a stopped page anew needs of the browser. */
export type ReloadPorts = {
  readonly storage: Storage
  readonly now: () => EpochMs
  /** Calls once; returns how to call it off. */
  readonly after: (pause: DurationMs, call: () => void) => () => void
  /** Whether the server would answer with this page: a reload into the browser's own error page has no way back. */
  readonly isServed: () => Promise<boolean>
  readonly reload: () => void
}

const KEY = 'morning-check/reloads'

/**
 * Loads the page anew after a pause that grows from fault to fault. `tell` hears when that is, again where the server did
 * not answer by then. Returns how to call it off.
 */
export function reloadLater(ports: ReloadPorts, tell: (at: EpochMs) => void): () => void {
  const { storage, now } = ports
  const reloads = oneMoreReload(readReloads(storage.read(KEY)), now())
  storage.write(KEY, JSON.stringify(reloads))
  const pause = reloadPause(reloads)
  let stop: (() => void) | null = null
  let isStopped = false

  const wait = (): void => {
    tell(now() + pause)
    stop = ports.after(pause, () => void go())
  }

  const go = async (): Promise<void> => {
    const isThere = await ports.isServed()
    if (isStopped) return
    if (isThere) ports.reload()
    else wait()
  }

  wait()
  return () => {
    isStopped = true
    stop?.()
  }
}

export const reloadPage = (): void => location.reload()

/** The same in the browser. */
export const reloadPageLater = (storage: Storage, tell: (at: EpochMs) => void): (() => void) =>
  reloadLater(
    {
      storage,
      now: () => Date.now(),
      after: (pause, call) => {
        const timer = setTimeout(call, pause)
        return () => clearTimeout(timer)
      },
      isServed: async () => ownEntry() === null || (await servedPage()) !== null,
      reload: reloadPage,
    },
    tell,
  )
