import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { TroubleRow } from './TroubleRow.tsx'

it.each([
  { logs: 'https://logs.test/?q={service}&to={to:s}', href: 'https://logs.test/?q=orders&to=1732176000' },
  { logs: 'https://logs.test/orders', href: 'https://logs.test/orders' },
  { logs: 'https://logs.test/{namespace}/{service}', href: null },
  { logs: 'javascript:alert(1)', href: null },
])('the link to the logs has its places filled: $logs', ({ logs, href }) => {
  const page = testScreen()
  const links = { runbook: null, dashboard: null, logs, channel: null }
  page.show([sampleRow('orders', 'red', { links })])
  renderWith(page, <TroubleRow name="orders" open={false} />)
  expect(screen.queryByRole('link', { name: /logs/i })?.getAttribute('href') ?? null).toBe(href)
})
