import { useMemo, useSyncExternalStore } from 'react'
import { parseWall, type WallOptions, type WallRefusal } from '#src/domain/wall/wallOptions.ts'
import { parseHash } from '#src/state/hashRoute.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

const readHash = (): string => location.hash

/** What the address asks of the wall, and what of it is not understood; made anew only when the address changes. */
export function useWallOptions(): {
  readonly options: WallOptions
  readonly refused: readonly WallRefusal[]
} {
  const hash = useSyncExternalStore(subscribe, readHash)
  return useMemo(() => parseWall(parseHash(hash).params), [hash])
}
