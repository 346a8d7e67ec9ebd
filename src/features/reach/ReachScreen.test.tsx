import { act, fireEvent, screen as dom, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { Detail } from '#src/state/screen.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { endedPast, NOT_SIGNED_IN, pastOf } from '#src/state/testing/samplePast.ts'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { ReachScreen } from './ReachScreen.tsx'

const endpointOf = (endpoint: 'health' | 'metrics', failure: ProbeFailure | null) => ({
  endpoint,
  path: `/${endpoint}`,
  at: NOW,
  took: failure === null ? 12 : null,
  failure,
  nextAt: null,
})

/** One pod of two endpoints; its metrics fail as said. */
function detailOf(name: string, failure: ProbeFailure | null): Detail {
  const endpoints = [endpointOf('health', null), endpointOf('metrics', failure)]
  const known = { health: null, version: null, signals: [], startedAt: null, recent: [] }
  const pod = { name: `${name}-1`, url: `http://${name}.test`, endpoints, ...known }
  return { name, holdsUntil: NOW, pods: [pod] }
}

const CORS: ProbeFailure = { kind: 'unreadable' }
const REFUSED: ProbeFailure = { kind: 'unreachable', by: 'browser', detail: null }

type Fleet = Readonly<Record<string, ProbeFailure | null>>

/** Draws the page over such a fleet: by service, how its metrics fail. */
async function draw(fleet: Fleet): Promise<TestScreen> {
  const page = testScreen({ detail: async (name) => detailOf(name, fleet[name] ?? null) })
  page.show(Object.keys(fleet).map((name) => sampleRow(name)))
  await act(async () => void renderWith(page, <ReachScreen />))
  await settle()
  return page
}

/** Lets all answers that are on their way come. */
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))
const press = (button: string) =>
  act(async () => void fireEvent.click(dom.getByRole('button', { name: button })))
const region = (name: string): HTMLElement => dom.getByRole('region', { name })
const sentence = (): string => document.querySelector('header output')?.textContent ?? ''
describe('the endpoints', () => {
  it('that all can be read are counted and folded', async () => {
    await draw({ orders: null, billing: null })
    expect(sentence()).toBe('All 4 endpoints are read')
    expect(dom.queryByText('orders')).toBeNull()
    const read = dom.getByRole('heading', { name: 'Read' }).closest('details')
    if (read !== null) read.open = true
    await settle()
    expect(dom.getByText('orders')).toBeDefined()
  })

  it('that cannot be read come first, each failure once, with what to write', async () => {
    await draw({ orders: CORS, billing: CORS, search: REFUSED, mail: null })
    expect(sentence()).toBe('3 of 8 endpoints cannot be read')
    const groups = within(region('Cannot be read')).getAllByRole('article')
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
      'CORS headers missing',
      'refused or DNS error',
    ])
    expect(groups[0]?.textContent).toContain(`Access-Control-Allow-Origin: ${location.origin}`)
    const [first] = within(region('Cannot be read')).getAllByRole('link', { name: 'metrics /metrics' })
    expect(first?.getAttribute('href')).toMatch(/^http:\/\/(orders|billing)\.test\/metrics$/)
  })

  it('are narrowed by what is searched for, which the address keeps', async () => {
    await draw({ orders: CORS, billing: CORS })
    const box = dom.getByRole('searchbox')
    await act(async () => void fireEvent.change(box, { target: { value: 'bill' } }))
    expect(location.hash).toContain('find=bill')
    expect(sentence()).toBe('2 of 4 endpoints cannot be read')
    expect(within(region('Cannot be read')).queryByText('orders-1')).toBeNull()
    await act(async () => void fireEvent.change(box, { target: { value: 'nobody' } }))
    expect(dom.getByText('No service or pod matches “nobody”.')).toBeDefined()
    await press('Show all')
    expect(within(region('Cannot be read')).getByText('orders-1')).toBeDefined()
  })

  it('are said to be old once the watch is silent', async () => {
    const page = await draw({ orders: null })
    await act(async () => stall(page.watch))
    expect(dom.getByText(/No word from the watch since/)).toBeDefined()
  })

  it('of an empty fleet: what to write', async () => {
    await draw({})
    expect(dom.getByText('The fleet has no service yet')).toBeDefined()
  })

  it('are waited for before the fleet is known', async () => {
    await act(async () => void renderWith(testScreen(), <ReachScreen />))
    expect(sentence()).toBe(englishReach.sentence.none)
    expect(dom.queryByText('The fleet has no service yet')).toBeNull()
  })

  it('are missing because of the fleet file, which is said', async () => {
    const page = testScreen()
    page.say({
      kind: 'fleet-file',
      state: { kind: 'invalid', url: 'fleet.json', issues: [], since: NOW, lastGoodInUse: false },
    })
    await act(async () => void renderWith(page, <ReachScreen />))
    expect(dom.getByText(/on the digest/)).toBeDefined()
  })
})

describe('the sources', () => {
  const alertmanager = { url: 'http://am.test', heardAt: NOW, fault: null, restarted: false, alerts: 2 }
  it.each([
    { name: 'none', past: pastOf(), alerts: null, says: ['The fleet file names none.', 'its alerts become'] },
    { name: 'read', past: endedPast({ filled: 3 }), alerts: alertmanager, says: ['answered', '2 alerts'] },
    {
      name: 'failed',
      past: endedPast({ failure: NOT_SIGNED_IN }),
      alerts: { ...alertmanager, fault: 'CORS headers missing', heardAt: NOW - minutes(10) },
      says: ['sign-in needed', 'type in a token', 'CORS headers missing', 'last answered at 08:50'],
    },
  ])('$name', async ({ past, alerts, says }) => {
    const page = await draw({ orders: null })
    await act(async () => page.board.setState({ desk: sampleDesk({ alertmanager: alerts }) }))
    await act(async () => page.say({ kind: 'past', state: past }))
    for (const words of says) expect(region('Sources').textContent).toContain(words)
  })
})
