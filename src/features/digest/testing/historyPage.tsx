import { act, fireEvent, screen, within } from '@testing-library/react'
import { DigestScreen } from '#src/features/digest/DigestScreen.tsx'
import { historyWindow } from '#src/features/digest/historyWindow.ts'
import type { Screen } from '#src/state/screen.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import type { Past } from '#src/state/watchStore.ts'

/** As it is on a page that was just opened. */
export const forgetHistory = (): void => historyWindow.setState({ open: false, putAway: new Set() })

/** Draws the digest of one service with such a past; null: the watch has said nothing of it. */
export function drawHistory(past: Past | null, own: Partial<Screen> = {}): TestScreen {
  const page = testScreen(own)
  page.show([sampleRow('orders')])
  if (past !== null) page.say({ kind: 'past', state: past })
  renderWith(page, <DigestScreen />)
  return page
}

/** The button in the foot. */
export const historyButton = (): HTMLElement =>
  within(screen.getByRole('contentinfo')).getByRole('button', { name: /history/ })

/** The watch says how the past is now. */
export const sayPast = (page: TestScreen, state: Past): void => act(() => page.say({ kind: 'past', state }))

/** Opens the window; what is in it comes in a chunk of its own. */
export async function openHistory(): Promise<HTMLElement> {
  fireEvent.click(historyButton())
  await screen.findByText(/kept in this browser/)
  return screen.getByRole('dialog', { name: 'What is remembered' })
}
