import { lazy } from 'react'

// Asked for as soon as this file is read, beside the worker: by the time React stands, the screen is on its way.
const digest = import('#src/features/digest/DigestScreen.tsx')
digest.catch(() => {
  // The error boundary says it when the screen is drawn.
})

/** Screens come in chunks of their own. */
export const LazyDigestScreen = lazy(async () => ({ default: (await digest).DigestScreen }))

/** In the digest's chunk, which is there at any rate: the screens themselves come when they are asked for. */
export const LazyLaterRoutes = lazy(async () => ({
  default: (await import('./LaterRoutes.tsx')).LaterRoutes,
}))

/** In the same chunk: its keys count as soon as the first screen is seen. */
export const LazyPaletteDoor = lazy(async () => ({
  default: (await import('./PaletteDoor.tsx')).PaletteDoor,
}))
