import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HealthCheck, HealthReading } from '#src/domain/health/healthReading.ts'
import type { Heard } from '#src/domain/heard/heard.ts'
import type { PodRecord } from '#src/state/drillActions.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import type { Detail } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { ChecksLayer } from './ChecksLayer.tsx'

type Pod = Detail['pods'][number]

const check = (name: string, own: Partial<HealthCheck> = {}): HealthCheck => ({
  name,
  state: 'ok',
  message: null,
  details: [],
  parts: [],
  ...own,
})

const reading = (own: Partial<HealthReading>): HealthReading => ({
  state: 'ok',
  format: 'in-house',
  why: null,
  checks: [],
  version: null,
  logs: [],
  metrics: [],
  ...own,
})

const podOf = (health: HealthReading | null, failure: Pod['endpoints'][number]['failure'] = null): Pod => ({
  name: 'orders-1',
  url: 'http://10.0.0.1/',
  endpoints: [{ endpoint: 'health', path: '/health', at: NOW, took: 12, failure, nextAt: null }],
  health,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
})

const heard = (text: string, own: Partial<Heard> = {}): Heard => ({
  endpoint: 'health',
  url: 'http://10.0.0.1/health',
  at: NOW,
  took: 12,
  status: 503,
  contentType: 'application/json',
  bytes: text.length,
  timing: null,
  body: { text, isCut: false },
  ...own,
})

const record = (own: Partial<PodRecord> = {}): PodRecord => ({
  heard: [],
  failures: [],
  lastGood: null,
  tombstone: null,
  ...own,
})

async function draw(pod: Pod, found: PodRecord | null = null): Promise<TestScreen> {
  const page = testScreen({ drill: { ...idleDrill, record: () => Promise.resolve(found) } })
  page.show([])
  renderWith(
    page,
    <QueryClientProvider client={createQueries()}>
      <ChecksLayer service="orders" pod={pod} />
    </QueryClientProvider>,
  )
  await act(async () => {})
  return page
}

const names = (): (string | null)[] =>
  [...document.querySelectorAll('[data-state] > div > span:first-child')].map(
    ({ textContent }) => textContent,
  )

const lightOfFirst = (): string | undefined =>
  document.querySelector<SVGElement>('[data-light]')?.dataset.light

beforeEach(() => {
  location.hash = ''
})

describe('the checks of a pod', () => {
  it('come worst first, failing branches open, with what they say', async () => {
    await draw(
      podOf(
        reading({
          state: 'down',
          why: 'HTTP 503',
          checks: [
            check('disk', { details: [['free', '270553174016']] }),
            check('db', {
              state: 'down',
              parts: [check('us1'), check('us2', { state: 'down', message: 'ECONNREFUSED' })],
            }),
          ],
        }),
      ),
    )
    expect(names()).toEqual(['db', 'us2', 'us1', 'disk'])
    expect(screen.getByText('ECONNREFUSED')).toBeTruthy()
    expect(screen.getByText('252 GiB')).toBeTruthy()
    expect(screen.getByText(/answered at 09:00:00, in 12 ms/)).toBeTruthy()
  })

  it('are folded with their number where they are many and well', async () => {
    const many = Array.from({ length: 330 }, (_, i) => check(`well-${i}`))
    const bad = Array.from({ length: 12 }, (_, i) => check(`bad-${i}`, { state: 'down' }))
    await draw(podOf(reading({ state: 'down', checks: [...many, ...bad] })))
    expect(names()).toHaveLength(12)
    fireEvent.click(screen.getByText('330 well checks'))
    expect(names()).toHaveLength(212)
    fireEvent.click(screen.getByText('Show 130 more of 130'))
    expect(names()).toHaveLength(342)
  })

  it('are found by a text, which lies in the address', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      check(`check-${i}`, { message: i === 7 ? 'lagging' : null }),
    )
    await draw(podOf(reading({ checks: many })))
    fireEvent.change(screen.getByRole('searchbox', { name: /Find a check/ }), { target: { value: 'LAGG' } })
    expect(names()).toEqual(['check-7'])
    expect(location.hash).toContain('checks=LAGG')
    expect(screen.getByText('1 of 40 checks')).toBeTruthy()
  })

  it('have no box to find one where they are few', async () => {
    await draw(podOf(reading({ checks: [check('a')] })))
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('are grey where the newest probe failed', async () => {
    await draw(podOf(reading({ checks: [check('db')] }), { kind: 'timeout', after: 2000 }))
    expect(lightOfFirst()).toBe('unknown')
    expect(screen.getByText(/before that it said/)).toBeTruthy()
  })

  it('are grey once the watch is silent, and say how old they are', async () => {
    const page = await draw(podOf(reading({ checks: [check('db')] })))
    expect(lightOfFirst()).toBe('green')
    act(() => {
      stall(page.watch)
      page.wait(300_000)
    })
    expect(lightOfFirst()).toBe('unknown')
    expect(screen.getByText(/5 min ago it said/).textContent).toContain('answered at 09:00:00')
  })

  it('show what changed since all was well', async () => {
    const then = reading({ checks: [check('db', { details: [['lag', '1']] }), check('mail')] })
    const now = reading({
      state: 'down',
      checks: [check('db', { state: 'down', details: [['lag', '9']] }), check('queue')],
    })
    await draw(podOf(now), record({ lastGood: { at: NOW - 3_600_000, reading: then } }))
    expect(await screen.findByText('1 check of another state, 1 new, 1 gone')).toBeTruthy()
    expect(screen.getByText('was OK')).toBeTruthy()
    expect(screen.getByText('new')).toBeTruthy()
    expect(document.querySelector('del')?.textContent).toBe('1')
    expect(document.querySelector('ins')?.textContent).toBe('9')
    expect(names()).toEqual(['db', 'queue', 'mail'])
  })

  it('are said to be as they were', async () => {
    const same = reading({ checks: [check('db')] })
    await draw(podOf(same), record({ lastGood: { at: NOW, reading: same } }))
    expect(await screen.findByText(/It says what it said when it was last all well/)).toBeTruthy()
  })
})

const pressR = () => fireEvent.keyDown(document.body, { key: 'r' })

describe('the body to the letter', () => {
  const RAW = 'What it answered, to the letter'
  const body = () => screen.queryByLabelText(RAW)
  const opened = async () => {
    pressR()
    return screen.findByLabelText(RAW)
  }

  it('opens and closes with one key, indented or as it came', async () => {
    await draw(podOf(reading({})), record({ heard: [heard('{"a":[1]}')] }))
    expect(body()).toBeNull()
    expect((await opened()).textContent).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(screen.getByText(/HTTP 503 · application\/json · 9 B/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'as it came' }))
    expect(body()?.textContent).toBe('{"a":[1]}')
    pressR()
    expect(body()).toBeNull()
  })

  it('is nothing but text', async () => {
    const evil =
      '<script>window.evil = 1</script><img src=x onerror="window.evil = 1"><a href="javascript:1">x</a>'
    await draw(
      podOf(
        reading({
          why: evil,
          state: 'down',
          checks: [check(evil, { message: evil, details: [[evil, evil]] })],
        }),
      ),
      record({ heard: [heard(evil, { contentType: evil })] }),
    )
    expect((await opened()).textContent).toBe(evil)
    expect(document.querySelector('script, img, a')).toBeNull()
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('is open, with the cap and its key in the file, where the page was too long', async () => {
    const failure = { kind: 'too-large', cap: 524_288 } as const
    const cut = heard('x'.repeat(70_000), {
      bytes: 2_000_000,
      body: { text: 'x'.repeat(70_000), isCut: true },
    })
    await draw(podOf(null, failure), record({ heard: [cut] }))
    expect(screen.getByText(/longer than 512 KiB.*"caps": \{ "health"/)).toBeTruthy()
    expect(await screen.findByText(/only the first 70,000 characters of 1.91 MiB are kept/)).toBeTruthy()
    expect((await screen.findByLabelText(RAW)).textContent).toHaveLength(60_000)
    fireEvent.click(screen.getByRole('button', { name: 'Show 10,000 more characters' }))
    expect(body()?.textContent).toHaveLength(70_000)
  })

  it('is told to be missing', async () => {
    await draw(podOf(null))
    pressR()
    expect(await screen.findByText('Nothing is kept of its last answer.')).toBeTruthy()
  })
})
