import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Screen, ScreenContext } from '#src/state/screen.ts'

/** Draws a part of the page over a screen. */
export const renderWith = (screen: Screen, node: ReactNode): RenderResult =>
  render(<ScreenContext value={screen}>{node}</ScreenContext>)
