import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import type { PodFamilies, PinnedSeries } from '#src/domain/explorer/podFamilies.ts'
import { podFamiliesOf } from '#src/domain/explorer/podFamiliesOf.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { DrillActions } from '#src/state/drillActions.ts'
import type { Detail } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { MetricsExplorer } from './MetricsExplorer.tsx'

type Pod = Detail['pods'][number]

const POD: Pod = {
  name: 'orders-1',
  url: 'http://10.0.0.1/',
  endpoints: [
    { endpoint: 'metrics', path: '/metrics', at: NOW, took: 20, failure: null, nextAt: NOW + seconds(15) },
  ],
  health: null,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
}

const page = (sent: number, text = ''): string =>
  [
    '# HELP shop_jobs_waiting Jobs that wait, by queue.',
    '# TYPE shop_jobs_waiting gauge',
    'shop_jobs_waiting{queue="mail"} 3',
    'shop_jobs_waiting{queue="sms"} 40',
    '# TYPE shop_sent_total counter',
    `shop_sent_total ${sent}`,
    '# TYPE shop_memory_bytes gauge',
    'shop_memory_bytes 1572864',
    text,
    '',
  ].join('\n')

const wholePage = (text: string, at: number) => {
  const read = readAllFamilies(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.error.reason)
  return { ...read.value, at }
}

const MEMORY = { signal: 'memory', value: 1, bound: null, from: 'shop_memory_bytes', of: null } as const

const told = (text = '', pinned: readonly PinnedSeries[] = []): PodFamilies =>
  podFamiliesOf(
    wholePage(page(150, text), NOW - seconds(5)),
    wholePage(page(100, text), NOW - seconds(15)),
    new Map([['memory', MEMORY]]),
    pinned,
  )

async function draw(
  families: PodFamilies | null,
  {
    hash = '#/s/orders/p/orders-1',
    pod = POD,
    pin = vi.fn<DrillActions['pin']>(() => Promise.resolve(true)),
  } = {},
) {
  history.replaceState(null, '', hash)
  const drawn = testScreen({ drill: { ...idleDrill, families: () => Promise.resolve(families), pin } })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  renderWith(
    drawn,
    <QueryClientProvider client={queries}>
      <MetricsExplorer service="orders" pod={pod} />
    </QueryClientProvider>,
  )
  await waitFor(() => expect(screen.queryByText(/^Asking/)).toBeNull())
  return { pin }
}

const rows = (): readonly string[] =>
  within(screen.getAllByRole('list').at(-1) ?? document.body)
    .getAllByRole('button', { expanded: false })
    .map(({ textContent }) => textContent)

describe('before the first whole page', () => {
  const failure = { kind: 'timeout', after: 4000 } as const
  const failed = { ...POD, endpoints: POD.endpoints.map((one) => ({ ...one, failure })) }
  const none: PodFamilies = podFamiliesOf(null, null, new Map(), [])
  it.each([
    { name: 'it comes', told: none, pod: POD, says: /with the next scrape, within 15 s/ },
    { name: 'the page fails', told: none, pod: failed, says: /cannot be read at present/ },
    { name: 'there is none', told: none, pod: { ...POD, endpoints: [] }, says: /has no metrics page/ },
    { name: 'the pod is gone', told: null, pod: POD, says: /Nothing is known/ },
  ])('says so: $name', async ({ told: families, pod, says }) => {
    await draw(families, { pod })
    expect(screen.getByText(says)).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })
})

describe('the families of a page', () => {
  it('are told in a line each, by name, with what they feed', async () => {
    await draw(told())
    expect(screen.getByText(/3 families, 4 series/)).toBeTruthy()
    expect(rows().map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      'shop_jobs_waitinggauge Jobs that wait, by queue.2 series',
      'shop_memory_bytesgaugefeeds memory 1.5 MiB',
      'shop_sent_totalcounter 5 /s',
    ])
  })

  it('are found by what their labels say', async () => {
    await draw(told())
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'mail' } })
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 family with 1 series'))
    expect(location.hash).toContain('find-metric=mail')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nowhere' } })
    await waitFor(() => expect(screen.getByText(/has “nowhere” in its name/)).toBeTruthy())
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })
    await waitFor(() => expect(rows()).toHaveLength(3))
  })

  it('show their series, which are sorted', async () => {
    await draw(told(), { hash: '#/s/orders/p/orders-1?family=shop_jobs_waiting' })
    const table = screen.getByRole('table', { name: 'Series of shop_jobs_waiting' })
    const values = () =>
      within(table)
        .getAllByRole('row')
        .map((row) => row.querySelector('td')?.textContent)
    expect(values()).toEqual([undefined, '3', '40'])
    fireEvent.click(within(table).getByRole('button', { name: /Value/ }))
    expect(values()).toEqual([undefined, '40', '3'])
    fireEvent.click(screen.getByRole('button', { name: /^shop_jobs_waiting/ }))
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull())
  })

  it('give the line of the fleet file that maps them', async () => {
    await draw(told(), { hash: '#/s/orders/p/orders-1?family=shop_jobs_waiting' })
    fireEvent.click(screen.getByRole('button', { name: 'Use as signal…' }))
    const form = screen.getByRole('region', { name: /^Use shop_jobs_waiting/ })
    const choose = (label: string, option: string): void => {
      const select = within(form).getByLabelText(label)
      const wanted = within(select).getByRole('option', { name: option })
      fireEvent.change(select, { target: { value: wanted.getAttribute('value') } })
    }
    choose('Signal', 'queue')
    expect(form.querySelector('code')?.textContent).toBe('"signals": { "queueDepth": "shop_jobs_waiting" }')
    choose('Which series', 'queue="mail"')
    expect(form.querySelector('code')?.textContent).toBe(
      '"signals": { "queueDepth": { "metric": "shop_jobs_waiting", "labels": { "queue": "mail" } } }',
    )
  })
})

describe('series that are drawn', () => {
  const line: PinnedSeries = {
    id: 'shop_memory_bytes',
    isRate: false,
    from: NOW - minutes(4),
    step: minutes(2),
    values: Float32Array.of(1_048_576, Number.NaN, 2_097_152),
  }

  it('stand above all others, and can be taken out', async () => {
    const { pin } = await draw(told('', [line]))
    const lines = screen.getByRole('region', { name: 'Drawn lines' })
    expect(within(lines).getByRole('img').getAttribute('aria-label')).toBe(
      'shop_memory_bytes: 2 MiB, from 1 MiB to 2 MiB over 6 min',
    )
    fireEvent.click(within(lines).getByRole('button', { name: 'Take out shop_memory_bytes' }))
    await waitFor(() => expect(pin).toHaveBeenCalledWith('orders', 'orders-1', 'shop_memory_bytes', false))
  })

  it.each([
    { answer: false, says: /Twenty series are drawn/ },
    { answer: null, says: /did not take it/ },
  ])('where they cannot be, it is said: $answer', async ({ answer, says }) => {
    const pin = vi.fn<DrillActions['pin']>(() => Promise.resolve(answer))
    await draw(told(), { hash: '#/s/orders/p/orders-1?family=shop_sent_total', pin })
    fireEvent.click(screen.getByRole('button', { name: 'Draw shop_sent_total as a line' }))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(says))
    expect(pin).toHaveBeenCalledWith('orders', 'orders-1', 'shop_sent_total', true)
  })
})

/** Asked for by their roles, hundreds of rows take seconds. */
const itemCount = (): number => document.querySelectorAll('li').length

describe('a hostile page', () => {
  it('shows text and nothing else', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const text = `# HELP evil ${evil}\n# TYPE evil gauge\nevil{a="${evil}",__proto__="javascript:alert(1)"} 1`
    await draw(told(text), { hash: '#/s/orders/p/orders-1?family=evil' })
    expect(document.querySelector('img, a, script')).toBeNull()
    const table = screen.getByRole('table')
    expect(table.textContent).toContain(evil)
    expect(table.textContent).toContain('__proto__=javascript:alert(1)')
  })

  it('of 5,100 families draws some at first, and counts all', { timeout: 30_000 }, async () => {
    const text = Array.from({ length: 5100 }, (_, i) => `m_${i} ${i}`).join('\n')
    await draw(told(text))
    expect(screen.getByText(/103 families more are on the page/)).toBeTruthy()
    expect(itemCount()).toBe(150)
    fireEvent.click(screen.getByText('Show 150 more'))
    expect(itemCount()).toBe(300)
  })
})
