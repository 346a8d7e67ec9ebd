import { cleanup, render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach } from 'vitest'
import { type Screen, ScreenContext } from '#src/state/screen.ts'

const before = new WeakMap<HTMLDialogElement, Element | null>()

function open(this: HTMLDialogElement): void {
  this.open = true
  before.set(this, document.activeElement)
}

/** Gives the focus back, as the platform does. */
function close(this: HTMLDialogElement): void {
  if (!this.open) return
  this.open = false
  const from = before.get(this)
  if (from instanceof HTMLElement) from.focus()
}

beforeEach(() => {
  history.replaceState(null, '', '/')
  // jsdom draws nothing, so it can neither scroll nor open a window over the page.
  Element.prototype.scrollIntoView = () => {}
  HTMLDialogElement.prototype.showModal = open
  HTMLDialogElement.prototype.close = close
})

afterEach(cleanup)

/** Draws a part of the page over a screen. */
export const renderWith = (screen: Screen, node: ReactNode): RenderResult =>
  render(<ScreenContext value={screen}>{node}</ScreenContext>)
