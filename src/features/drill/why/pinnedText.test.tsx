import { act, fireEvent, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { checkNodes } from '#src/domain/health/checkNode.ts'
import { logLine } from '#src/domain/log/testing/logLine.ts'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { pinsOf } from '#src/domain/ticket/why.ts'
import { CheckLine } from '#src/features/drill/checks/CheckLine.tsx'
import { LogLine } from '#src/features/drill/logs/LogLine.tsx'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { createWhyStore, shownWhys } from '#src/state/whyStore.ts'

/** What is pinned by the only pin button of a part of the page. */
async function pinned(part: ReactElement): Promise<Pin | undefined> {
  const page = testScreen()
  await act(async () => void renderWith(page, <ul>{part}</ul>))
  fireEvent.click(screen.getByRole('button', { name: /^Pin to the five whys/ }))
  const [why] = shownWhys(createWhyStore(page.storage).store.getState(), 'orders').whys
  return why === undefined ? undefined : pinsOf(why)[0]
}

function Check({ at }: { readonly at: number | null }) {
  const [node] = checkNodes([{ name: 'db', state: 'down', message: 'no answer', parts: [], details: [] }])
  const view = { service: 'orders', pod: 'orders-2', at, old: at === null, changes: null, found: false }
  return node === undefined ? null : <CheckLine node={node} view={view} />
}

function Line({ at }: { readonly at: number | null }) {
  const entry = { ...logLine('it failed', { at }), page: 'orders-2', pod: 'orders-2', podKey: null }
  const view = { service: 'orders', withPod: false, phrases: [], fields: new Set<string>() }
  return <LogLine entry={entry} view={view} />
}

const MOMENT = 'at=2024-11-21T08%3A00%3A00Z'
const STAMP = '2024-11-21 09:00:00 Europe/Paris'

describe('what is pinned', () => {
  it.each([
    {
      name: 'a check',
      part: <Check at={NOW} />,
      text: `orders-2: check db DOWN: no answer (${STAMP})`,
      link: `#/s/orders/p/orders-2?layer=checks&checks=db&${MOMENT}`,
    },
    {
      name: 'a check that answered nobody knows when',
      part: <Check at={null} />,
      text: 'orders-2: check db DOWN: no answer (when it said so is not known)',
      link: '#/s/orders/p/orders-2?layer=checks&checks=db',
    },
    {
      name: 'a line of a log',
      part: <Line at={NOW} />,
      text: `orders-2 ${STAMP} it failed`,
      link: `#/s/orders/p/orders-2?layer=logs&logs=it+failed&${MOMENT}`,
    },
    {
      name: 'a line without a time',
      part: <Line at={null} />,
      text: 'orders-2 it failed',
      link: '#/s/orders/p/orders-2?layer=logs&logs=it+failed',
    },
  ])('says day, time and zone, and leads back to that moment: $name', async ({ part, text, link }) => {
    expect(await pinned(part)).toMatchObject({ text, link })
  })
})
