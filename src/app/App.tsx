import { Suspense } from 'react'
import { useHashPath } from '#src/state/hashRoute.ts'
import { type Screen, ScreenContext } from '#src/state/screen.ts'
import { useZoned } from '#src/state/useZoned.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LazyDigestScreen, LazyLaterRoutes, LazyPaletteDoor } from './screens.ts'
import { Shell } from './Shell.tsx'

type Props = { readonly screen: Screen; readonly onReload: () => void; readonly onForget: () => void }

/** Every screen by its address behind `#`, so that any static host will do. */
export function App({ screen, onReload, onForget }: Props) {
  const [path] = useHashPath()
  const zoned = useZoned(screen)
  return (
    <ErrorBoundary onReload={onReload} onForget={onForget}>
      <ScreenContext value={zoned}>
        <Suspense fallback={<Shell />}>{path === '/' ? <LazyDigestScreen /> : <LazyLaterRoutes />}</Suspense>
        <Suspense>
          <LazyPaletteDoor />
        </Suspense>
      </ScreenContext>
    </ErrorBoundary>
  )
}
