import type { KeyTable } from '#src/state/pageKeys.ts'
import { pressPin } from './pressPin.ts'

/** `p` pins what the keyboard stands on, `w` opens and closes the tray. */
export const trayKeys = (toggle: () => void): KeyTable => ({ p: pressPin, w: toggle })
