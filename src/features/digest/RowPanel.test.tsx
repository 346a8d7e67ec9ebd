import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOW, samplePods, sampleRow, sampleStrip } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import type { Detail } from '#src/state/screen.ts'
import { RowPanel } from './RowPanel.tsx'

const detailOf = (...pods: Detail['pods']): Promise<Detail> =>
  Promise.resolve({ name: 'api', holdsUntil: NOW, pods })

const check = (name: string, state: 'ok' | 'down', parts: readonly ReturnType<typeof leaf>[] = []) => ({
  ...leaf(name, state),
  parts,
})
const leaf = (name: string, state: 'ok' | 'down') => ({
  name,
  state,
  message: state === 'down' ? 'ECONNREFUSED' : null,
  details: [['version', '7.0']] as const,
  parts: [],
})

function pod(name: string, version: string): Detail['pods'][number] {
  return {
    name,
    url: `http://10.0.0.1/${name}/`,
    endpoints: [
      {
        endpoint: 'health',
        path: '/health',
        at: NOW,
        took: 12.4,
        failure: { kind: 'http-status', status: 503 },
        nextAt: null,
      },
      { endpoint: 'version', path: null, at: null, took: null, failure: null, nextAt: null },
    ],
    health: {
      state: 'down',
      format: 'spring-actuator',
      why: 'HTTP 503',
      checks: [check('broker', 'down', [leaf('us1', 'down')]), check('db', 'ok')],
      version: null,
      logs: [
        { at: NOW, level: 'ERROR', message: 'connect ECONNREFUSED', fields: [] },
        { at: null, level: null, message: 'retrying', fields: [] },
      ],
      metrics: [],
    },
    version: {
      version,
      commit: 'df027cf',
      builtAt: null,
      runtime: 'go1.22',
      startedAt: null,
      from: 'build info',
    },
    signals: [
      { signal: 'fds', value: 212, bound: 4096, from: 'process_open_fds of process_max_fds', of: null },
      { signal: 'poolInUse', value: 3, bound: null, from: 'pool_in_use', of: 'main' },
    ],
    startedAt: NOW - 3_600_000,
    recent: [
      { at: NOW - 2000, good: true },
      { at: NOW - 1000, good: false },
    ],
  }
}

const cells = samplePods('api', ['green', 'red'])

function draw(detail: () => Promise<Detail | null>) {
  const page = testScreen({ detail })
  page.show([sampleRow('api', 'red', { pods: cells })])
  renderWith(page, <RowPanel service="api" cells={cells} />)
  return page
}

type Endpoint = Detail['pods'][number]['endpoints'][number]

const notFound = { kind: 'not-found', tried: ['/ready', '/readyz'] } as const
const timeout = { kind: 'timeout', after: 2000 } as const
const endpoint = (own: Partial<Endpoint>): Endpoint => ({
  endpoint: 'health',
  path: '/health',
  at: NOW,
  took: 3,
  failure: null,
  nextAt: null,
  ...own,
})

/** Draws one pod of these endpoints. */
async function drawPod(endpoints: readonly Endpoint[], own: Partial<Detail['pods'][number]> = {}) {
  const one = { ...pod('api-1', '1.0'), endpoints, ...own }
  draw(() => detailOf(one))
  await screen.findByText('Endpoints')
  return (name: string): string | null | undefined =>
    screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
}

describe('the endpoints of a pod', () => {
  it('lead to the raw answer', async () => {
    await drawPod([endpoint({ path: '/q/health' })])
    const link = screen.getByRole('link', { name: '/q/health' })
    expect(link.getAttribute('href')).toBe('http://10.0.0.1/api-1/q/health')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toContain('noopener')
  })

  it('lead to http and https only', async () => {
    await drawPod([endpoint({})], { url: 'javascript:alert(1)//' })
    const hrefs = screen.queryAllByRole('link').map((link) => link.getAttribute('href'))
    // The ways to the service and the pod stay within the page.
    expect(hrefs.filter((href) => href?.startsWith('#/s/') !== true)).toEqual([])
    expect(screen.getByText('/health')).toBeTruthy()
  })

  it('wait for the health of a pod that hangs', async () => {
    const outcome = await drawPod([
      endpoint({ failure: timeout }),
      endpoint({ endpoint: 'ready', path: '/readyz', at: null }),
    ])
    expect(outcome('ready')).toBe('/readyz waits until health answers')
  })

  it('that were not asked yet say so apart from their path', async () => {
    const outcome = await drawPod([
      endpoint({}),
      endpoint({ endpoint: 'metrics', path: '/metrics', at: null }),
    ])
    expect(outcome('metrics')).toBe('/metrics not asked yet')
  })

  it('that a service does not have are no fault', async () => {
    const outcome = await drawPod([
      endpoint({}),
      endpoint({ endpoint: 'ready', path: null, failure: notFound }),
    ])
    expect(outcome('ready')).toBe('none found/ready/readyz')
    expect(screen.getByText('none found').closest('details')?.hasAttribute('open')).toBe(false)
  })
})

describe('a pod behind a gateway', () => {
  it('shows its own address, and is asked at the other', async () => {
    await drawPod([endpoint({})], { url: 'http://10.0.0.1/fleet/api/', shownUrl: 'https://api.test:8443' })
    expect(screen.getByText('https://api.test:8443')).toBeTruthy()
    expect(screen.queryByText('http://10.0.0.1/fleet/api/')).toBeNull()
    const link = screen.getByRole('link', { name: '/health' })
    expect(link.getAttribute('href')).toBe('http://10.0.0.1/fleet/api/health')
  })

  it('shows the address it is asked at where it has no other', async () => {
    await drawPod([endpoint({})], { url: 'http://10.0.0.1/' })
    expect(screen.getByText('http://10.0.0.1/')).toBeTruthy()
  })
})

describe('a pod without signals', () => {
  const rows = [
    { name: 'not asked for', endpoints: [], expected: 'Its metrics are not asked for.' },
    {
      name: 'not asked yet',
      endpoints: [endpoint({ endpoint: 'metrics', at: null })],
      expected: 'Its metrics page has not been asked for yet.',
    },
    {
      name: 'no page',
      endpoints: [endpoint({ endpoint: 'metrics', failure: notFound })],
      expected: 'It has no metrics page.',
    },
    {
      name: 'not read',
      endpoints: [endpoint({ endpoint: 'metrics', failure: timeout })],
      expected: 'Its metrics page could not be read.',
    },
    {
      name: 'none known',
      endpoints: [endpoint({ endpoint: 'metrics' })],
      expected: 'No signal was recognised in its metrics.',
    },
  ]
  for (const { name, endpoints, expected } of rows) {
    it(`says why: ${name}`, async () => {
      await drawPod(endpoints, { signals: [] })
      expect(screen.getByText(expected)).toBeTruthy()
    })
  }
})

describe('RowPanel', () => {
  it('lists the pods worst first, the worst one open', async () => {
    draw(() => detailOf(pod('api-1', '1.0'), pod('api-2', '1.0')))
    const pods = await screen.findAllByRole('group')
    expect(pods.map((each) => within(each).getAllByText(/^api-\d$/)[0]?.textContent)).toEqual([
      'api-2',
      'api-1',
    ])
    expect(pods.map((each) => each.hasAttribute('open'))).toEqual([true, false])
  })

  it('says of a pod what runs, what answered, its checks, its signals and where they are from', async () => {
    draw(() => detailOf(pod('api-2', '1.8.2')))
    const panel = within(await screen.findByRole('group'))
    for (const text of [
      '1.8.2',
      'df027cf',
      'go1.22',
      '08:00',
      '/health',
      'not asked yet',
      'process_open_fds of process_max_fds',
    ]) {
      expect(panel.getByText(text)).toBeTruthy()
    }
    expect(panel.getByText(/It answered HTTP 503, a fault of its own/)).toBeTruthy()
    const signals = panel.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(signals.some((text) => /open files.*212 of 4,096/.test(text))).toBe(true)
    expect(signals.some((text) => /pool in use main.*3/.test(text))).toBe(true)
    expect(panel.getByText(/^us1/)).toBeTruthy()
    expect(panel.getByText('connect ECONNREFUSED')).toBeTruthy()
    expect(panel.getByRole('img', { name: '1 of the last 2 probes good' })).toBeTruthy()
  })

  it('asks again when the row changed, and not for the sake of others', async () => {
    let asked = 0
    const page = draw(() => {
      asked++
      return detailOf(pod('api-2', `1.0.${asked}`))
    })
    await screen.findByText('1.0.1')
    const other = sampleRow('other')
    act(() => page.say({ kind: 'digest', full: false, rows: [other], gone: [], strip: sampleStrip([other]) }))
    const row = sampleRow('api', 'red', { pods: cells })
    act(() => page.say({ kind: 'digest', full: false, rows: [row], gone: [], strip: sampleStrip([row]) }))
    await screen.findByText('1.0.2')
    expect(asked).toBe(2)
  })
})
