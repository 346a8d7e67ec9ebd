import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { spanShown } from '#src/domain/chart/spanShown.ts'
import { historyOf } from '#src/domain/chart/testing/historyOf.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import type { HistoryWanted } from '#src/state/drillActions.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import type { Detail } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { pinOfChart } from './pinOfChart.ts'
import { ResourcesLayer } from './ResourcesLayer.tsx'

/** A range that ends now. */
const lately = (range: number) => spanShown({ zoom: null, range, at: null }, NOW)

// The chunk is there before anybody waits for it.
beforeAll(() => import('#src/ui/charts/ChartGrid.tsx'))

type Pod = Detail['pods'][number]

const podOf = (name: string): Pod => ({
  name,
  url: `http://${name}/`,
  endpoints: [],
  health: null,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
})
const PODS = [podOf('orders-1'), podOf('orders-2')]

const SIGNALS: readonly Signal[] = ['memory', 'fds', 'queueDepth']

/** Answers as the worker does; nothing was ever read of the queue, and nothing of a third pod is known. */
function answer({ pods, signals, from, to, places }: HistoryWanted): readonly SignalHistory[] {
  const [pod = ''] = pods ?? []
  if (pod === 'orders-3') return []
  const value = (signal: Signal): number =>
    signal === 'queueDepth' ? Number.NaN : pod === 'orders-2' ? 7 : 3
  return (signals ?? SIGNALS).map((signal) =>
    historyOf(
      Array.from({ length: places }, () => value(signal)),
      { signal, pod, from, step: (to - from) / places },
    ),
  )
}

function open(hash: string, history: typeof answer | (() => null) = answer): readonly HistoryWanted[] {
  window.history.replaceState(null, '', `#/s/orders/p/orders-1${hash}`)
  const asked: HistoryWanted[] = []
  const shown = testScreen({
    timeZone: 'UTC',
    detail: () => Promise.resolve({ name: 'orders', holdsUntil: Infinity, pods: PODS }),
    drill: {
      ...idleDrill,
      history: (wanted) => {
        asked.push(wanted)
        return Promise.resolve(history(wanted))
      },
    },
  })
  shown.show([sampleRow('orders')])
  renderWith(
    shown,
    <QueryClientProvider client={createQueries()}>
      <ResourcesLayer service="orders" pod={podOf('orders-1')} />
    </QueryClientProvider>,
  )
  return asked
}

const headings = async (): Promise<readonly (string | null)[]> => {
  await screen.findAllByRole('slider')
  return screen.getAllByRole('heading').map(({ textContent }) => textContent)
}
const captions = (): readonly (string | null)[] =>
  [...document.querySelectorAll('figcaption')].map(({ textContent }) => textContent)

describe('ResourcesLayer', () => {
  it('shows a day of each signal that was read, and names those that were not', async () => {
    const asked = open('')
    expect(await headings()).toEqual(['memory', 'open files'])
    expect(screen.getByText('Nothing was read of queue in this time.')).toBeTruthy()
    expect(asked[0]).toMatchObject({
      service: 'orders',
      pods: ['orders-1'],
      signals: null,
      ...lately(days(1)),
    })
  })

  it('puts the signal of the address first', async () => {
    open('?signal=fds')
    expect(await headings()).toEqual(['open files', 'memory'])
  })

  it('goes further back, by a group of radio buttons', async () => {
    const asked = open('')
    await headings()
    const ranges = screen.getByRole('group', { name: 'How far back' })
    expect(within(ranges).getByRole('radio', { name: '24 h', checked: true })).toBeTruthy()
    fireEvent.click(within(ranges).getByRole('radio', { name: '7 d' }))
    expect(location.hash).toContain('range=7d')
    expect(asked.at(-1)).toMatchObject(lately(days(7)))
  })

  it('shows what the address zooms into, and goes back from there', async () => {
    const asked = open('?from=2024-11-21T03:00:00Z&to=2024-11-21T04:00:00Z')
    await headings()
    expect(asked[0]).toMatchObject({ from: NOW - hours(5), to: NOW - hours(4) })
    expect(screen.getByText(/^03:00 to 04:00/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back to the whole range' }))
    expect(location.hash).toBe('#/s/orders/p/orders-1')
  })

  it.each([
    { name: 'what was selected', key: 'Home', from: '07%3A00%3A00Z', to: '08%3A00%3A00Z' },
    {
      name: 'four minutes where that was less',
      key: 'ArrowLeft',
      from: '07%3A56%3A00Z',
      to: '08%3A00%3A00Z',
    },
  ])('zooms into $name, in the address', async ({ key, from, to }) => {
    open('?range=1h')
    await headings()
    const chart = screen.getByRole('slider', { name: 'memory: point in time' })
    fireEvent.keyDown(chart, { key: 'ArrowLeft' })
    fireEvent.keyDown(chart, { key, shiftKey: true })
    fireEvent.keyDown(chart, { key: 'Enter' })
    expect(location.hash).toBe(`#/s/orders/p/orders-1?range=1h&from=2024-11-21T${from}&to=2024-11-21T${to}`)
  })

  it.each([
    '?from=2024-11-21T04:00:00Z&to=2024-11-21T03:00:00Z',
    '?from=javascript:alert(1)&to=%3Cb%3E',
    '?from=1&to=2',
  ])('takes %s for no zoom', async (hash) => {
    const asked = open(hash)
    await headings()
    expect(asked[0]).toMatchObject(lately(days(1)))
  })

  it('shows what was around the moment that is looked at', async () => {
    const asked = open('?range=1h&at=2024-11-21T03:12:00Z')
    await headings()
    const at = NOW - hours(4) - minutes(48)
    expect(asked[0]).toMatchObject({ from: at - minutes(30), to: at + minutes(30) })
    expect(screen.getByText('around 03:12')).toBeTruthy()
    expect(screen.getByText('the moment that is looked at')).toBeTruthy()
  })

  it('lays another pod beside it', async () => {
    open('')
    await headings()
    const select = screen.getByRole('combobox', { name: 'Compare with' })
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['nothing', 'same hour yesterday', 'same hour last week', 'orders-2'])
    fireEvent.change(select, { target: { value: 'orders-2' } })
    expect(location.hash).toContain('with=orders-2')
    await screen.findByText('orders-2', { selector: 'li' })
    expect(captions()[1]).toContain('7 orders-2')
  })

  it('asks for the same hour of another day', async () => {
    const asked = open('?with=last-week&range=1h')
    await headings()
    await screen.findByText('a week before')
    expect(asked.at(-1)).toMatchObject({
      pods: ['orders-1'],
      from: NOW - days(7) - hours(1),
      to: NOW - days(7),
    })
  })

  it('says where nothing is known of what it is to be compared with', async () => {
    open('?with=orders-3')
    expect(await screen.findByText('Nothing is remembered of orders-3 for this time.')).toBeTruthy()
    const select = screen.getByRole('combobox', { name: 'Compare with' })
    expect(within(select).getByRole('option', { name: 'orders-3', selected: true })).toBeTruthy()
  })

  it('shows all of the time that is asked for, though less of it is known', async () => {
    open('?range=7d&with=orders-2', (wanted) =>
      answer({ ...wanted, from: wanted.pods?.[0] === 'orders-2' ? NOW - days(2) : NOW - days(1) }),
    )
    await headings()
    await screen.findByText('orders-2', { selector: 'li' })
    expect(screen.getByText(/^Read since about yesterday 08:00: 1 d of 7 d\./)).toBeTruthy()
    const { from, to } = lately(days(7))
    const chart = screen.getByRole('slider', { name: 'memory: point in time' })
    expect(chart.getAttribute('max')).toBe(String((to - from) / 1000))
    fireEvent.keyDown(chart, { key: 'Home' })
    fireEvent.keyDown(chart, { key: 'Home' })
    expect(captions()[0]).toContain('no reading')
  })

  it('shows nothing of the pod that was looked at before', async () => {
    open('', (wanted) => answer({ ...wanted, pods: ['orders-2'] }))
    await screen.findByText('Drawing the charts')
    expect(screen.queryByRole('slider')).toBeNull()
  })

  it('says where nothing can be told at all', async () => {
    open('', () => null)
    expect(await screen.findByText('No signal of this pod is remembered for this time.')).toBeTruthy()
  })
})

describe('pinOfChart', () => {
  it('keeps the line, its sentence, and an address that shows that very stretch later', () => {
    window.history.replaceState(null, '', '#/s/orders/p/orders-1?range=1h&with=orders-2')
    const span = { from: NOW - hours(2), to: NOW - hours(1) }
    const [history] = answer({
      service: 'orders',
      pods: ['orders-1'],
      signals: ['fds'],
      ...span,
      places: 240,
    })
    if (history === undefined) throw new Error('there is a history')
    const pin = pinOfChart(history, span, NOW, 'UTC')
    expect(pin.kind).toBe('chart')
    expect(pin.text).toBe(
      'open files of orders-1, 2024-11-21 06:00:00 UTC to 2024-11-21 07:00:00 UTC: between 3 and 3, 3 at the end',
    )
    expect(pin.link).toBe(
      '#/s/orders/p/orders-1?range=1h&with=orders-2&layer=resources&signal=fds' +
        '&from=2024-11-21T06%3A00%3A00Z&to=2024-11-21T07%3A00%3A00Z',
    )
    expect(pin.line?.values).toHaveLength(80)
  })
})
