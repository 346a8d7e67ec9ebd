import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'

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

/*
 * All test files of a worker share one window: each begins with modules, a storage and a page that nobody has used, and each
 * test at an address of nowhere. What jsdom lacks is added: it draws nothing, and can neither scroll nor open a window over the page.
 */
vi.resetModules()
localStorage.clear()
document.body.replaceChildren()

beforeEach(() => {
  history.replaceState(null, '', '/')
  Element.prototype.scrollIntoView = () => {}
  HTMLDialogElement.prototype.showModal = open
  HTMLDialogElement.prototype.close = close
})

afterEach(cleanup)
afterAll(() => void vi.unstubAllGlobals())
