import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk, sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { drawService, partOf } from './testing/drawService.tsx'
import { rowOfPods, serviceScreen } from './testing/sampleService.ts'

const red = (n: number, own: Partial<ServiceRow> = {}): ServiceRow =>
  rowOfPods(n, { light: 'red', reasons: [{ ...silentPod('orders-2'), ofPods: n }], ...own })

const SILENT = { url: '', health: null, version: null, signals: [], startedAt: null, recent: [] }

const texts = (found: readonly HTMLElement[]): readonly string[] =>
  found.map(({ textContent }) => textContent.trim())

describe('the verdict', () => {
  it('tells each reason, which leads to the pod and the layer that shows it', async () => {
    await drawService(serviceScreen(red(2)))
    const way = partOf('Verdict').getByRole('link', { name: /orders-2/ })
    expect(way.textContent).toMatch(/^1 of 2 pods does not answer: timed out after 2 s \(orders-2\) since/)
    expect(way.getAttribute('href')).toBe('#/s/orders/p/orders-2?layer=reachable')
  })

  it('keeps the moment that is looked at', async () => {
    await drawService(serviceScreen(red(2)), '#/s/orders?at=2024-11-21T03:12:00Z&range=1h')
    const href = partOf('Verdict now')
      .getByRole('link', { name: /orders-2/ })
      .getAttribute('href')
    expect(href).toBe('#/s/orders/p/orders-2?layer=reachable&at=2024-11-21T03%3A12%3A00Z&range=1h')
  })

  it.each([
    { name: 'all is well', row: rowOfPods(2), says: 'All is well on 2 pods.' },
    {
      name: 'it cannot be seen',
      row: rowOfPods(1, { light: 'unknown', lastKnown: { light: 'green', at: NOW - 60_000 } }),
      says: 'When it was last seen it was OK: 08:59.',
    },
    {
      name: 'it never was seen',
      row: rowOfPods(1, { light: 'unknown' }),
      says: 'Nothing was seen of it yet.',
    },
  ])('says when $name', async ({ row, says }) => {
    await drawService(serviceScreen(row))
    expect(partOf('Verdict').getByText(says)).toBeTruthy()
  })

  it('names the suspected root and what it drags down', async () => {
    const cascade = { root: 'payments', via: ['payments'], affected: [] }
    await drawService(serviceScreen(red(2, { cascade })))
    expect(partOf('Verdict').getByRole('link', { name: 'payments' }).getAttribute('href')).toBe(
      '#/s/payments',
    )
  })
})

describe('pods side by side', () => {
  it('have a column each, and a row for each signal with its scale', async () => {
    await drawService(serviceScreen(rowOfPods(3)))
    const table = partOf('Pods side by side').getByRole('table')
    expect(texts(within(table).getAllByRole('columnheader'))).toEqual([
      'signal',
      'orders-1',
      'orders-2',
      'orders-3',
    ])
    const rows = within(table)
      .getAllByRole('rowheader')
      .map((head) => head.textContent)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toMatch(/^memory0 B to \d+ MiBorders-1 2.9 × the others$/)
  })

  it('name the odd one with its numbers, which leads to its chart', async () => {
    await drawService(serviceScreen(rowOfPods(3)))
    const [odd] = partOf('Pods side by side').getAllByRole('link', { name: 'orders-1 2.9 × the others' })
    expect(odd?.getAttribute('href')).toBe('#/s/orders/p/orders-1?layer=resources&signal=memory')
  })

  it('show the other signals when they are asked for, and in the address', async () => {
    await drawService(serviceScreen(rowOfPods(2)))
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '3 more signals' }))
    })
    expect(location.hash).toBe('#/s/orders?signals=all')
    await waitFor(() => expect(partOf('Pods side by side').getAllByRole('rowheader')).toHaveLength(8))
  })

  it('choose how far back', async () => {
    await drawService(serviceScreen(rowOfPods(2)))
    fireEvent.click(screen.getByRole('radio', { name: '7 d' }))
    expect(location.hash).toBe('#/s/orders?range=7d')
  })

  it('lie over each other where they are many, the odd ones named', async () => {
    await drawService(serviceScreen(rowOfPods(30)))
    const side = partOf('Pods side by side')
    expect(side.queryByRole('table')).toBeNull()
    expect(side.getByRole('link', { name: 'OK orders-30' })).toBeTruthy()
    expect(side.getAllByRole('link', { name: /^orders-1 2.8 × the others/ })).toHaveLength(3)
    expect(side.getAllByText('median')).toHaveLength(5)
  })

  it.each([
    {
      name: 'nothing was told of those that are shown',
      told: [],
      says: /^No pod told anything of memory, CPU/,
    },
    { name: 'nobody can tell', told: null, says: 'How its signals went could not be worked out.' },
  ])('say so where $name, beside the way to the others', async ({ told, says }) => {
    const drill = { ...idleDrill, history: () => Promise.resolve(told) }
    await drawService(serviceScreen(rowOfPods(2), [], { drill }))
    expect(screen.getByText(says)).toBeTruthy()
    expect(screen.getByRole('button', { name: '3 more signals' })).toBeTruthy()
    expect(screen.queryByText('No pod told a signal in this time.')).toBeNull()
  })

  it('show how signals went that nobody can read now', async () => {
    const row = rowOfPods(2)
    const failure = { kind: 'http-status', status: 500 } as const
    const metrics = {
      endpoint: 'metrics',
      path: '/metrics',
      at: NOW,
      took: 9,
      failure,
      nextAt: null,
    } as const
    const pods = row.pods.map(({ name }) => ({ ...SILENT, name, endpoints: [metrics] }))
    const detail = { name: 'orders', holdsUntil: Number.POSITIVE_INFINITY, pods }
    await drawService(serviceScreen(row, [], { detail: () => Promise.resolve(detail) }))
    const rows = partOf('Pods side by side').getAllByRole('rowheader')
    expect(rows.map(({ textContent }) => textContent)[0]).toMatch(/^memory/)
    expect(partOf('Pods side by side').getAllByRole('cell')[0]?.textContent).toBe('differs from the others –')
    expect(screen.getByRole('button', { name: 'Other signals that were told' })).toBeTruthy()
  })

  it('say so where nothing was told at all', async () => {
    const drill = { ...idleDrill, history: () => Promise.resolve([]) }
    await drawService(serviceScreen(rowOfPods(2), [], { drill }), '#/s/orders?signals=all')
    expect(screen.getByText('No pod told a signal in this time.')).toBeTruthy()
  })

  it('say so where their needs are not known', async () => {
    await drawService(serviceScreen(rowOfPods(2), [], { drill: idleDrill }))
    expect(screen.getByText('What it needs could not be worked out.')).toBeTruthy()
  })
})

describe('beside them', () => {
  it('the share of load of each pod stands with a fair one', async () => {
    await drawService(serviceScreen(rowOfPods(2)))
    const load = partOf('Share of load')
    expect(await load.findByText('57.8 /s in all, a fair share is 50 %')).toBeTruthy()
    expect(load.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'orders-175 %43.4 /s',
      'orders-225 %14.4 /s',
    ])
  })

  it('a single pod shares nothing', async () => {
    await drawService(serviceScreen(rowOfPods(1)))
    expect(screen.queryByRole('heading', { name: /Share of load/ })).toBeNull()
  })

  it('starts are told with their time, and how the deploy went', async () => {
    await drawService(serviceScreen(rowOfPods(2)))
    const starts = partOf('Versions and deploys')
    expect(await starts.findAllByText('deploy 1.0.0 at 00:00')).toHaveLength(2)
    expect(starts.getByText('restart at 06:00')).toBeTruthy()
    expect(starts.getByText(/no red seen after it/)).toBeTruthy()
  })

  it('what is around it is a picture of links, and a list of the same', async () => {
    const others = [sampleRow('payments', 'red')]
    await drawService(serviceScreen(rowOfPods(2), others))
    const picture = within(screen.getByRole('figure', { name: /^What needs it, left/ }))
    expect(texts(picture.getAllByRole('listitem'))).toEqual([
      'edge',
      'gateway',
      'mailer',
      'orders',
      'payments',
      'postgres outside of the fleet, not watched',
      'ledger',
      'catalog',
    ])
    expect(picture.getByRole('link', { name: 'ACT payments' }).getAttribute('href')).toBe('#/s/payments')
    expect(picture.queryByRole('link', { name: /orders|postgres/ })).toBeNull()
  })

  it('open tickets stand the most urgent first, without those that are done', async () => {
    const page = serviceScreen(red(2))
    page.board.setState({
      desk: sampleDesk(),
      rows: new Map(
        [
          sampleTicket('a', { priority: 3 }),
          sampleTicket('b', { priority: 1, state: 'acknowledged', assignee: 'Anna' }),
          sampleTicket('c', { state: 'resolved' }),
          sampleTicket('d', { service: 'catalog' }),
          sampleTicket('e', { service: 'catalog', affected: ['orders'], priority: 4 }),
        ].map((row) => [row.id, row]),
      ),
    })
    await drawService(page)
    const codes = partOf('Open tickets').getAllByRole('link', { name: /T-/ })
    expect(codes.map((link) => link.getAttribute('href'))).toEqual([
      '#/t/T-0000B',
      '#/t/T-0000A',
      '#/t/T-0000E',
    ])
    expect(partOf('Open tickets').getByText(/^acknowledged by Anna since/)).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 't' })
    expect(location.hash).toBe('#/t/T-0000B')
  })
})
