import { act, fireEvent, screen as dom, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { openedWith } from '#src/domain/ticket/testing/events.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { Detail, Screen } from '#src/state/screen.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { endedPast, NOT_SIGNED_IN, pastOf } from '#src/state/testing/samplePast.ts'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { ReachScreen } from './ReachScreen.tsx'

/** One pod of two endpoints; its metrics fail as said. */
function detailOf(name: string, failure: ProbeFailure | null): Detail {
  const endpoint = (of: 'health' | 'metrics', fails: ProbeFailure | null) => ({
    endpoint: of,
    path: `/${of}`,
    at: NOW,
    took: fails === null ? 12 : null,
    failure: fails,
    nextAt: null,
  })
  const endpoints = [endpoint('health', null), endpoint('metrics', failure)]
  const known = { health: null, version: null, signals: [], startedAt: null, recent: [] }
  const pod = { name: `${name}-1`, url: `http://${name}.test`, endpoints, ...known }
  return { name, holdsUntil: NOW, pods: [pod] }
}

const CORS: ProbeFailure = { kind: 'unreadable' }
const REFUSED: ProbeFailure = { kind: 'unreachable', by: 'browser', detail: null }

type Fleet = Readonly<Record<string, ProbeFailure | null>>

/** Draws the page over such a fleet: by service, how its metrics fail. */
async function draw(fleet: Fleet, own: Partial<Screen> = {}): Promise<TestScreen> {
  const page = testScreen({ detail: async (name) => detailOf(name, fleet[name] ?? null), ...own })
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
const drawBoard = async (desk: Parameters<typeof sampleDesk>[0], own: Partial<Screen> = {}) => {
  const page = await draw({ orders: null }, own)
  await act(async () => page.board.setState({ desk: sampleDesk(desk) }))
  return page
}

const NATS = { ...sampleDesk().log, kind: 'nats', lastSyncAt: NOW, user: 'anna' } as const

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
    const page = await drawBoard({ alertmanager: alerts })
    await act(async () => page.say({ kind: 'past', state: past }))
    for (const words of says) expect(region('Sources').textContent).toContain(words)
  })
})

describe('the ticket store', () => {
  it.each([
    { log: sampleDesk().log, says: ['this browser', 'wss://nats.example.com'] },
    { log: { ...sampleDesk().log, kind: 'memory' }, says: ['this tab only', 'before you close it'] },
    {
      log: { ...NATS, pending: 3, skew: minutes(7) },
      says: ['anna', '3 entries', '7 min behind', 'may read and'],
    },
    { log: { ...NATS, user: null, readOnly: 'not-signed-in' }, says: ['nobody', 'Sign in on the board'] },
    { log: { ...NATS, readOnly: 'no-right' }, says: ['may read only'] },
    {
      log: { ...NATS, online: false, fault: { kind: 'unreachable', detail: 'closed' } },
      says: ['does not answer: closed'],
    },
  ] as const)('tells how it is: $says', async ({ log, says }) => {
    await drawBoard({ log })
    for (const words of says) expect(region('Ticket store').textContent).toContain(words)
  })

  it('is tested, and names the right that is missing', async () => {
    const checkStore: Screen['desk']['checkStore'] = async () => [
      { name: 'reach', outcome: 'passed', detail: 'wss://nats.test' },
      {
        name: 'write',
        outcome: 'failed',
        detail: 'Permissions Violation for Publish to "tk.shop.probe.anna.probe"',
      },
      { name: 'write-as-others', outcome: 'skipped', detail: '' },
    ]
    await drawBoard({ log: NATS }, { desk: { ...idleDesk, checkStore } })
    await press('Test connection')
    const checks = within(dom.getByRole('list', { name: 'Test connection' }))
    const outcomes = checks.getAllByText(/^(passed|FAILED|not tried)$/).map(({ textContent }) => textContent)
    expect(outcomes).toEqual(['passed', 'FAILED', 'not tried'])
    expect(dom.getByText('publish: { allow: ["tk.shop.probe.anna.probe"] }')).toBeDefined()
    expect(dom.getByText('One thing is to be mended.')).toBeDefined()
  })

  it('that nobody can ask says so', async () => {
    await drawBoard({ log: NATS })
    await press('Test connection')
    expect(dom.getByText(englishReach.store.notNow)).toBeDefined()
  })
})

describe('the tickets as a file', () => {
  const choose = async (text: string): Promise<void> => {
    const input = document.querySelector('input[type="file"]')
    if (input === null) throw new Error('there is no field for a file')
    const file = new File([text], 'tickets.jsonl')
    // jsdom's files cannot be read as text.
    Object.defineProperty(file, 'text', { value: () => Promise.resolve(text) })
    await act(async () => void fireEvent.change(input, { target: { files: [file] } }))
    await settle()
  }

  it.each([
    {
      text: '{"v":1}\n{"v":2}\n',
      answer: { ok: true, value: 1 },
      says: '1 of 2 entries were new and are added.',
    },
    { text: '[{"v":1}]', answer: { ok: true, value: 0 }, says: 'Nothing was new among 1 entries.' },
    {
      text: '{"v":1}',
      answer: { ok: false, error: 'v is missing' },
      says: 'Nothing was added: v is missing.',
    },
    { text: '{"v":1}', answer: null, says: englishReach.store.notNow },
    { text: '{"v":1}\nno', answer: null, says: 'Line 2 is no JSON.' },
    { text: '', answer: null, says: englishReach.file.empty },
  ] as const)('$says', async ({ text, answer, says }) => {
    await draw({ orders: null }, { desk: { ...idleDesk, importTickets: async () => answer } })
    await choose(text)
    expect(region('Tickets as a file').textContent).toContain(says)
  })

  it('are saved, one entry a line', async () => {
    const blobs: Blob[] = []
    const saved: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download)
    })
    const createObjectURL = (blob: Blob): string => {
      blobs.push(blob)
      return 'blob:x'
    }
    // jsdom has no object URLs.
    Object.assign(URL, { createObjectURL, revokeObjectURL: () => undefined })
    onTestFinished(() => click.mockRestore())
    const exportTickets: Screen['desk']['exportTickets'] = async () => [openedWith(), openedWith()]
    await draw({ orders: null }, { desk: { ...idleDesk, exportTickets } })
    await press('Save all tickets as a file')
    const name = 'morning-check-tickets-Sample-shop-2024-11-21.jsonl'
    expect(saved).toEqual([name])
    expect(dom.getByText(new RegExp(`${name} is saved \\(2 entries`))).toBeDefined()
    expect(blobs[0]?.size).toBe(2 * (JSON.stringify(openedWith()).length + 1))
  })

  it('of which there is none are not saved', async () => {
    const exportTickets: Screen['desk']['exportTickets'] = async () => []
    await draw({ orders: null }, { desk: { ...idleDesk, exportTickets } })
    await press('Save all tickets as a file')
    expect(dom.getByText('There is no ticket to save.')).toBeDefined()
  })
})
