import { useLayoutEffect } from 'react'
import { goToRoute, parseHash, presentRoute, printHash, useHashPath } from '#src/state/hashRoute.ts'
import { landing } from './landing.ts'
import { NoSuchPage } from './NoSuchPage.tsx'

/** An address without a screen of its own: it lands on the digest, or is none. */
export function Elsewhere() {
  // Drawn again when the path changes.
  useHashPath()
  const route = landing(presentRoute())
  const to = route === null ? null : printHash(route)
  useLayoutEffect(() => {
    if (to !== null) goToRoute(parseHash(to), 'replace')
  }, [to])
  return to === null ? <NoSuchPage /> : null
}
