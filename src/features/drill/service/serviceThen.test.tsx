import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { historyOf } from '#src/domain/chart/testing/historyOf.ts'
import { minutes } from '#src/domain/time/units.ts'
import { sampleThen } from '#src/features/drill/then/testing/sampleThen.ts'
import type { HistoryWanted, Then } from '#src/state/drillActions.ts'
import { NOW, silentPod } from '#src/state/testing/sampleRow.ts'
import { drawService, partOf } from './testing/drawService.tsx'
import { rowOfPods, serviceScreen } from './testing/sampleService.ts'

const AT = Date.parse('2024-11-21T03:12:00Z')
const HASH = '#/s/orders?at=2024-11-21T03:12:00Z'

const moment = {
  at: AT - minutes(3),
  light: 'red',
  reasons: [],
  pods: [
    { name: 'orders-1', light: 'green', version: '0.9.0' },
    { name: 'orders-old', light: 'red', version: '0.8.0' },
  ],
} as const

/** The screen of that night; `then`: what is known of it. */
async function draw(then: Partial<Then>, hash = HASH): Promise<readonly HistoryWanted[]> {
  const row = rowOfPods(2, { light: 'red', reasons: [silentPod('orders-2')] })
  const page = serviceScreen(row)
  const asked: HistoryWanted[] = []
  const { drill } = page
  Object.assign(page, {
    drill: {
      ...drill,
      asOf: (_service: string, at: number) => Promise.resolve({ ...sampleThen(then), at }),
      history: (wanted: HistoryWanted) => {
        asked.push(wanted)
        return drill.history(wanted)
      },
    },
  })
  await drawService(page, hash)
  await act(async () => {})
  return asked
}

const columns = (): readonly string[] =>
  partOf('Pods side by side')
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent.trim())

/** Whether one element stands before another one. */
const precedes = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

describe('a service as of a moment', () => {
  it('shows the pods of that moment as they stood, and asks for their lines', async () => {
    const asked = await draw({ moment })
    expect(columns()).toEqual(['signal', 'orders-1', 'orders-old'])
    expect(partOf('Pods side by side').getByRole('link', { name: 'ACT orders-old' })).toBeTruthy()
    expect(asked.at(-1)?.pods).toEqual(['orders-1', 'orders-old'])
    expect(partOf('Versions and deploys').getByText('0.8.0')).toBeTruthy()
  })

  it('says what follows of now, and puts nothing of now before it', async () => {
    await draw({ moment })
    expect(screen.getByText('Its pods at 04:12')).toBeTruthy()
    const below = screen.getByText('All that follows is of now.')
    const headings = screen.getAllByRole('heading', { level: 2 })
    const after = headings.filter((one) => precedes(below, one)).map(({ textContent }) => textContent)
    expect(after.map((text) => text.split(' ')[0])).toEqual(['Verdict', 'Open', 'Dependencies', 'Log'])
  })

  it('shows those of now, all grey, where it is not known how they stood', async () => {
    await draw({ moment: null })
    expect(screen.getByText(/^Which pods it had at 04:12 is not known/)).toBeTruthy()
    expect(columns()).toEqual(['signal', 'orders-1', 'orders-2'])
    const lights = [...document.querySelectorAll<SVGElement>('th a[data-pod] [data-light]')]
    expect(lights.map(({ dataset }) => dataset.light)).toEqual(['unknown', 'unknown'])
  })

  it('shows the signals that are known of it', async () => {
    await draw({ moment, values: [{ pod: 'orders-1', signal: 'fds', value: 3 }] })
    const heads = partOf('Pods side by side').getAllByRole('rowheader')
    expect(heads.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^open files/)])
  })
})

it('says that little of the time that is shown is known', async () => {
  const row = rowOfPods(1)
  const page = serviceScreen(row)
  const young = { pod: 'orders-1', from: NOW - minutes(30), step: minutes(10) }
  const history = (): Promise<readonly SignalHistory[]> => Promise.resolve([historyOf([1, 1, 1], young)])
  Object.assign(page, { drill: { ...page.drill, history } })
  await drawService(page)
  expect(screen.getByText(/^Read since about 08:30: 30 min of 24 h\./)).toBeTruthy()
})

describe('what stands in the place of a moment and is none', () => {
  it('is said, shown as text, and not carried on', async () => {
    await draw({}, '#/s/orders?at=%3Cb%3Esoon&range=9y')
    expect(screen.getByText(/^“<b>soon” is no moment, so this is now\./)).toBeTruthy()
    const [pod] = partOf('Pods side by side').getAllByRole('link', { name: /orders-1$/ })
    expect(pod?.getAttribute('href')).toBe('#/s/orders/p/orders-1')
    act(() => screen.getByRole('button', { name: 'Leave it out' }).click())
    expect(screen.queryByText(/is no moment/)).toBeNull()
    expect(location.hash).toBe('#/s/orders?range=9y')
  })

  it('is nothing where there is a moment, however it is written', async () => {
    await draw({ moment }, `#/s/orders?at=${AT / 1000}`)
    expect(screen.queryByText(/is no moment/)).toBeNull()
    const [pod] = partOf('Pods side by side').getAllByRole('link', { name: /orders-1$/ })
    expect(pod?.getAttribute('href')).toBe('#/s/orders/p/orders-1?at=2024-11-21T03%3A12%3A00Z')
  })
})
