import { QueryClientProvider } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect } from 'vitest'
import type { Then } from '#src/state/drillActions.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import type { Screen } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'

/** Draws a part of the page over a worker that tells this of every moment. */
export async function drawThen(
  node: ReactNode,
  then: Then | null,
  own: Partial<Screen> = {},
): Promise<TestScreen & { readonly asked: number[] }> {
  const asked: number[] = []
  const asOf = (_service: string, at: number): Promise<Then | null> => {
    asked.push(at)
    return Promise.resolve(then === null ? null : { ...then, at })
  }
  const page = testScreen({ drill: { ...idleDrill, asOf }, ...own })
  await act(async () => {
    renderWith(page, <QueryClientProvider client={createQueries()}>{node}</QueryClientProvider>)
  })
  await waitFor(() => expect(asked).not.toEqual([]))
  await act(async () => undefined)
  return Object.assign(page, { asked })
}
