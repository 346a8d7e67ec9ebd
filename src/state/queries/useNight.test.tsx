import { QueryClientProvider } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Night } from '#src/domain/night/night.ts'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { useNight } from './useNight.ts'
import { createQueries } from './useServiceDetail.ts'

const FROM = NOW - seconds(100)

const nightTo = (to: EpochMs, light: 'red' | 'green' = 'green'): Night => ({
  from: FROM,
  to,
  watched: [{ from: FROM, to }],
  gaps: [],
  filled: [],
  filling: false,
  fillFault: null,
  services: [
    {
      name: 'orders',
      standing: 'known',
      before: { light: 'green', reasons: [], since: 0, seenAt: 0 },
      stretches: [{ from: FROM, to, light, turn: 'first', reasons: [] }],
      spells: [],
      unseen: [],
      deploys: [],
      restarts: [],
    },
  ],
})

/** A page that shows a night, and a worker that says what the test wants. */
function rigOf(from: EpochMs | null, first: Night | null) {
  const says = { night: first }
  const asked: unknown[] = []
  const shown: (Night | null | undefined)[] = []
  const queries = createQueries()
  const page = testScreen({
    ask: (question) => {
      asked.push(question)
      return Promise.resolve({ about: 'night', found: says.night })
    },
  })
  function Shows() {
    shown.push(useNight(from))
    return null
  }
  renderWith(
    page,
    <QueryClientProvider client={queries}>
      <Shows />
    </QueryClientProvider>,
  )
  const again = (night: Night | null) => {
    says.night = night
    return act(() => queries.refetchQueries())
  }
  return { asked, shown, again, last: () => shown.at(-1) }
}

it('asks for the night until now', async () => {
  const page = rigOf(FROM, nightTo(NOW))
  await waitFor(() => expect(page.last()).toEqual(nightTo(NOW)))
  expect(page.asked).toEqual([{ about: 'night', from: FROM, to: Infinity }])
})

it('keeps what it told while only the time goes on, and tells what is new', async () => {
  const page = rigOf(FROM, nightTo(NOW))
  await waitFor(() => expect(page.last()).toEqual(nightTo(NOW)))
  const told = page.last()
  await page.again(nightTo(NOW + seconds(5)))
  expect(page.last()).toBe(told)
  await page.again(nightTo(NOW + seconds(10), 'red'))
  await waitFor(() => expect(page.last()).toEqual(nightTo(NOW + seconds(10), 'red')))
  await page.again(nightTo(NOW + seconds(75), 'red'))
  await waitFor(() => expect(page.last()?.to).toBe(NOW + seconds(75)))
  expect(page.last()?.gaps).toBe(told?.gaps)
})

it('asks nothing without a beginning, and tells that nobody answers', async () => {
  expect(rigOf(null, nightTo(NOW)).asked).toEqual([])
  const page = rigOf(FROM, null)
  await waitFor(() => expect(page.last()).toBeNull())
})
