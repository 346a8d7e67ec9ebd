import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import type { TestScreen } from '#src/state/testing/testScreen.ts'
import { ServiceScreen } from '#src/features/drill/service/ServiceScreen.tsx'

/** Draws the screen of a service at an address, and waits until all that it asks of the worker is there. */
export async function drawService(page: TestScreen, hash = '#/s/orders'): Promise<TestScreen> {
  location.hash = hash
  renderWith(page, <ServiceScreen />)
  // It comes in two rounds: which signals there are, and how they went.
  await waitFor(() => expect(screen.queryByText(/^Asking (?:how|what)/)).toBeNull(), { timeout: 4000 })
  return page
}

/** A part of the screen by how its heading begins. */
export const partOf = (name: string) => within(screen.getByRole('region', { name: new RegExp(`^${name}`) }))
