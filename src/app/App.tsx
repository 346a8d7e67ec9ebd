import { Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashPath } from '#src/state/hashRoute.ts'
import { type Screen, ScreenContext } from '#src/state/screen.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LazyDigestScreen, LazyLaterRoutes } from './screens.ts'
import { Shell } from './Shell.tsx'

type Props = { readonly screen: Screen; readonly onReload: () => void; readonly onForget: () => void }

/** Every screen by its address behind `#`, so that any static host will do. */
export function App({ screen, onReload, onForget }: Props) {
  return (
    <ErrorBoundary onReload={onReload} onForget={onForget}>
      <ScreenContext value={screen}>
        {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a property */}
        <Router hook={useHashPath}>
          <Switch>
            <Route path="/">
              <Suspense fallback={<Shell />}>
                <LazyDigestScreen />
              </Suspense>
            </Route>
            <Route>
              <Suspense fallback={<Shell />}>
                <LazyLaterRoutes />
              </Suspense>
            </Route>
          </Switch>
        </Router>
      </ScreenContext>
    </ErrorBoundary>
  )
}
