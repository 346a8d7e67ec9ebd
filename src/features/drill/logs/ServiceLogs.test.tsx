import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { cutText } from '#src/domain/health/cutText.ts'
import type { HealthLog } from '#src/domain/health/healthReading.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import type { Detail } from '#src/state/screen.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { LogsLayer } from './LogsLayer.tsx'
import { ServiceLogs } from './ServiceLogs.tsx'

type Pod = Detail['pods'][number]

const line = (message: string, own: Partial<HealthLog> = {}): HealthLog => ({
  at: null,
  level: null,
  message,
  fields: [],
  ...own,
})

const podOf = (name: string, logs: readonly HealthLog[], isOld = false): Pod => ({
  name,
  url: 'http://10.0.0.1/',
  endpoints: [
    {
      endpoint: 'health',
      path: '/health',
      at: NOW,
      took: 3,
      failure: isOld ? { kind: 'timeout', after: 2000 } : null,
      nextAt: null,
    },
  ],
  health: {
    state: 'ok',
    format: 'in-house',
    why: null,
    checks: [],
    version: null,
    logs,
    metrics: [],
  },
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
})

const written = (pod: string, from: number, n: number, failEach: number): HealthLog[] =>
  Array.from({ length: n }, (_, i) => {
    const failed = failEach > 0 && i % failEach === 0
    return line(`[user-sync] creating user: POST /api/users: ${failed ? 500 : 200}`, {
      at: from + i * 1000,
      level: failed ? 'error' : 'info',
      fields: [['pod_id', pod]],
    })
  })

/** Story 14: the first pod fails at one in five, the second one is down, and its lines are from before. */
const storyPods = [
  podOf('user-sync-1', written('user-sync-1', NOW - 50_000, 50, 5)),
  podOf('user-sync-2', written('user-sync-2', NOW - 600_000, 20, 0), true),
]

async function draw(node: ReactNode, pods: readonly Pod[], logs: string | null = null): Promise<TestScreen> {
  const service = 'user-sync'
  const page = testScreen({ detail: () => Promise.resolve({ name: service, holdsUntil: NOW, pods }) })
  page.show([sampleRow(service, 'red', { links: { runbook: null, dashboard: null, logs, channel: null } })])
  renderWith(page, <QueryClientProvider client={createQueries()}>{node}</QueryClientProvider>)
  await act(async () => {})
  return page
}

const drawService = (pods: readonly Pod[], logs: string | null = null) =>
  draw(<ServiceLogs service="user-sync" />, pods, logs)
const drawPod = (pod: Pod, logs: string | null = null) =>
  draw(<LogsLayer service="user-sync" pod={pod} />, [pod], logs)

const messages = (): (string | null)[] =>
  [...document.querySelectorAll('li[data-tone]')].map((item) => item.textContent)

beforeEach(() => {
  location.hash = ''
})

describe('the lines of all pods', () => {
  it('say in a sentence that errors and successes carry one pod id only', async () => {
    await drawService(storyPods)
    expect(
      await screen.findByText(
        'All 10 error lines and all 40 success lines since 08:59 carry pod_id=user-sync-1.',
      ),
    ).toBeTruthy()
    expect(screen.getByText(/user-sync-2 writes nothing: one pod does all the work/)).toBeTruthy()
    expect(screen.getByText(/user-sync-2 does not answer now/)).toBeTruthy()
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent)
    expect(rows).toContain('user-sync-11004008:59:59')
    expect(rows).toContain('field pod_id=user-sync-110 of 1040 of 40all lines: it does not tell them apart')
    expect(rows).toContain('words 50010 of 100 of 40the errors alone')
  })

  it('hide no success line until somebody wants that, and then tell how many', async () => {
    await drawService(storyPods)
    await screen.findByText('70 lines')
    expect(messages()).toHaveLength(70)
    fireEvent.click(screen.getByLabelText('info 60'))
    expect(messages()).toHaveLength(10)
    expect(screen.getByText('60 lines hidden by level')).toBeTruthy()
    expect(location.hash).toContain('logsHide=info')
    fireEvent.click(screen.getByText('Show all levels'))
    expect(messages()).toHaveLength(70)
  })

  it('are found by a text, and stand in groups', async () => {
    await drawService([
      podOf('a', [line('get doc: timed out'), line('sent 3 mails'), line('sent 14 mails')]),
      podOf('b', [line('hello')]),
    ])
    await screen.findByText('4 lines')
    fireEvent.click(screen.getByLabelText('operation'))
    const groups = [...document.querySelectorAll('h3')].map(({ textContent }) => textContent)
    expect(groups).toEqual(['get doc 1 line, 1 error', 'sent … mails 2 lines', 'hello 1 line'])
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'MAILS' } })
    expect(await screen.findByText('2 of 4 lines')).toBeTruthy()
  })

  it('mark what the error lines share, in errors and successes alike', async () => {
    await drawService(storyPods)
    await screen.findByText('70 lines')
    const marked = [...document.querySelectorAll('li[data-tone=fine] mark')].map(
      ({ textContent }) => textContent,
    )
    expect(new Set(marked)).toEqual(new Set(['creating user', 'POST /api/users', 'pod_id=user-sync-1']))
  })

  it('are drawn two hundred at a time', async () => {
    await drawService([1, 2, 3].map((n) => podOf(`p-${n}`, written(`p-${n}`, NOW - 200_000, 100, 0))))
    await screen.findByText('300 lines')
    expect(messages()).toHaveLength(200)
    fireEvent.click(screen.getByText('Show 100 more of 100'))
    expect(messages()).toHaveLength(300)
  })
})

it('of all pods are none of now once the watch is silent', async () => {
  const page = await drawService([podOf('a', [line('one')])])
  expect(screen.queryByText(/^Nothing is heard/)).toBeNull()
  act(() => stall(page.watch))
  expect(screen.getByText(/^Nothing is heard of its pods now/)).toBeTruthy()
})

describe('the lines of one pod', () => {
  it('say how old they are once the watch is silent', async () => {
    const page = await drawPod(podOf('a', [line('one', { at: NOW - 2000 })]))
    expect(screen.queryByText(/^Nothing is heard/)).toBeNull()
    act(() => {
      stall(page.watch)
      page.wait(300_000)
    })
    expect(screen.getByText(/^Nothing is heard of it now: .* its last answer, 5 min ago\.$/)).toBeTruthy()
  })

  it('come newest first, or last where somebody wants that', async () => {
    await drawPod(podOf('a', [line('one', { at: NOW - 2000 }), line('two', { at: NOW - 1000 })]))
    expect(messages()).toEqual(['08:59:59two', '08:59:58one'])
    fireEvent.click(screen.getByLabelText('newest last'))
    expect(messages()).toEqual(['08:59:58one', '08:59:59two'])
  })

  it('are nothing but text, cut with a word', async () => {
    const evil = '<script>window.evil = 1</script><img src=x onerror="window.evil = 1">'
    await drawPod(
      podOf('a', [line(cutText(`${evil}${'x'.repeat(3000)}`), { level: evil, fields: [[evil, evil]] })]),
    )
    expect(document.querySelector('script, img')).toBeNull()
    expect(screen.getByText('cut at 2,000 characters')).toBeTruthy()
  })

  it.each([
    [null, null, /The fleet file names no log tool/],
    ['javascript:alert(1)', null, /The fleet file names no log tool/],
    ['https://logs.test/', 'https://logs.test/', /It opens as it is/],
    ['https://logs.test/?p={pod}&l={to:s}', `https://logs.test/?p=a&l=${NOW / 1000}`, /a, the last hour/],
  ])('lead to the log tool where the page carries none: %s', async (template, href, said) => {
    await drawPod(podOf('a', []), template)
    expect(screen.getByText('Its health page carries no log lines.')).toBeTruthy()
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.queryByRole('link')?.getAttribute('href') ?? null).toBe(href)
  })

  it('lead there around the moment that is looked at', async () => {
    location.hash = '#/s/user-sync/p/a?at=2024-11-21T03:12:00Z'
    await drawPod(podOf('a', []), 'https://logs.test/?f={from}&t={to}')
    expect(screen.getByRole('link').getAttribute('href')).toBe(
      'https://logs.test/?f=2024-11-21T02%3A42%3A00Z&t=2024-11-21T03%3A42%3A00Z',
    )
    expect(screen.getByText('a, half an hour around 04:12')).toBeTruthy()
  })
})
