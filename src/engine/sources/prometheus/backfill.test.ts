import type { RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { hours } from '#src/domain/time/units.ts'
import { loopbackServer } from '#src/engine/testing/loopbackServer.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { backfill, type BackfillSummary } from './backfill.ts'

/*
 * What a real server does not do at will: fail half-way, refuse one service, answer in part. All else is tried out on
 * a real one in realPrometheus.test.ts.
 */

const NOW = 1_795_279_200_000

type Asked = { readonly path: string; readonly query: string; readonly start: number; readonly step: number }
type Said = { readonly status?: number; readonly body: object } | null

const targetLabels = (name: string) => ({ job: name, instance: `${name}:80` })

const vector = (series: readonly object[]): object => ({
  status: 'success',
  data: { resultType: 'vector', result: series.map((metric) => ({ metric, value: [NOW / 1000, '1'] })) },
})

const matrix = (series: readonly object[], { start }: Asked): object => ({
  status: 'success',
  data: {
    resultType: 'matrix',
    result: series.map((metric) => ({
      metric,
      values: [
        [start, '5'],
        [start + 3600, '6'],
      ],
    })),
  },
})

const serviceIn = (query: string): string => /job="(\w+)"/.exec(query)?.[1] ?? ''

/** A server that has scraped services named so, each a queue, 5 deep at the beginning of every range and then 6. */
function ordinary(asked: Asked, services: readonly string[]): object {
  const { path, query } = asked
  if (path === 'targets') return { status: 'success', data: { activeTargets: [] } }
  if (/^\{__name__="up"\}$/.test(query)) return vector(services.map(targetLabels))
  const named = { __name__: 'queue_depth', ...targetLabels(serviceIn(query)) }
  if (path === 'query') return vector(query.startsWith('count') ? [{ __name__: 'queue_depth' }] : [])
  if (query.startsWith('count')) return matrix([{ __name__: 'queue_depth' }], asked)
  return query.startsWith('timestamp') ? matrix([], asked) : matrix([named], asked)
}

async function run(
  services: readonly string[],
  special: (asked: Asked, nth: number) => Said,
  more: { readonly match?: Record<string, string>; readonly signal?: AbortSignal } = {},
) {
  const asked: Asked[] = []
  const listener: RequestListener = ({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? '', 'http://x')
    const one = {
      path: pathname.replace('/api/v1/', ''),
      query: searchParams.get('query') ?? '',
      start: Number(searchParams.get('start')),
      step: Number(searchParams.get('step')),
    }
    asked.push(one)
    const said = special(one, asked.length - 1) ?? { body: ordinary(one, services) }
    response.writeHead(said.status ?? 200).end(JSON.stringify(said.body))
  }
  const server = await loopbackServer(listener)
  onTestFinished(() => server.stop())
  const fleet = parseFleet({
    sources: { prometheus: { url: server.url, match: more.match ?? {} } },
    services: services.map((name) => ({ name, url: `http://${name}` })),
  })
  if (!fleet.ok || fleet.value.sources.prometheus === null)
    throw new Error('the fleet of this test is faulty')
  const handed: string[] = []
  const summary: BackfillSummary = await backfill(
    {
      source: fleet.value.sources.prometheus,
      fleetUrl: 'http://home.test/fleet.json',
      authorization: () => null,
      signal: more.signal ?? null,
    },
    fleet.value,
    nodePorts,
    {
      now: NOW,
      isDone: ({ service }) => service === 'done',
      onStarts: () => {},
      onReadings: ({ service }, readings) =>
        handed.push(`${service} ${readings.map(({ value }) => value).join(' ')}`),
      onProgress: ({ done, of }) => handed.push(`${done}/${of}`),
    },
  )
  return { summary, handed, asked }
}

const refusal = { status: 422, body: { status: 'error', errorType: 'execution', error: 'too many samples' } }
const trouble = { status: 503, body: { status: 'error', errorType: 'unavailable', error: 'starting' } }

/** A counter of requests in so many series: 3600 at every moment, and 720 more at the later one of a pair. */
const counting =
  (series: number) =>
  (asked: Asked): Said => {
    const { path, query, start } = asked
    const named = { __name__: 'http_requests_total', ...targetLabels('orders') }
    const isCount = query.startsWith('count')
    const point = [start, String(isCount ? series : query.endsWith('offset 1620s') ? 4320 : 3600)]
    if (path === 'query' && isCount) {
      const result = [{ metric: { __name__: 'http_requests_total' }, value: point }]
      return { body: { status: 'success', data: { resultType: 'vector', result } } }
    }
    if (path !== 'query_range' || query.startsWith('timestamp')) return null
    const result = [{ metric: named, values: [point] }]
    return { body: { status: 'success', data: { resultType: 'matrix', result } } }
  }

describe('backfill', () => {
  it('hands over service by service, what is coarse before what is fine', async () => {
    const { summary, handed, asked } = await run(['orders', 'billing'], () => null)
    expect(handed).toEqual(['orders 5 6 5 6', '1/2', 'billing 5 6 5 6', '2/2'])
    expect(summary).toMatchObject({ filled: 2, series: 2, samples: 8, unmatched: [], failure: null })
    const steps = asked.filter(({ path }) => path === 'query_range').map(({ step }) => step)
    expect(steps).toEqual([86_400, 3600, 3600, 120, 120, 86_400, 3600, 3600, 120, 120])
  })

  it('does not ask for what is known already', async () => {
    const { handed, asked } = await run(['done', 'orders'], () => null)
    expect(handed).toEqual(['orders 5 6 5 6', '1/1'])
    expect(asked.some(({ query }) => query.includes('done'))).toBe(false)
  })

  it('goes on past a service whose query is refused, and says so', async () => {
    const { summary, handed } = await run(['orders', 'billing'], ({ query }) =>
      query.includes('orders') && query.includes('queue_depth') ? refusal : null,
    )
    expect(handed).toEqual(['1/2', 'billing 5 6 5 6', '2/2'])
    expect(summary).toMatchObject({ filled: 1, failure: null })
    expect(summary.refused).toEqual([
      {
        service: 'orders',
        failure: { kind: 'refused', status: 422, errorType: 'execution', error: 'too many samples' },
      },
    ])
  })

  it('ends where the server fails; what was handed over stays', async () => {
    const { summary, handed, asked } = await run(['orders', 'billing', 'mail'], ({ query }) =>
      query.includes('billing') ? trouble : null,
    )
    expect(handed).toEqual(['orders 5 6 5 6', '1/3'])
    expect(summary).toMatchObject({ filled: 1, failure: { kind: 'refused', errorType: 'unavailable' } })
    expect(asked.filter(({ query }) => query.includes('billing') || query.includes('mail'))).toHaveLength(1)
  })

  it('ends at once where the first query fails', async () => {
    const { summary, asked } = await run(['orders'], () => trouble)
    expect([summary.filled, summary.failure?.kind, asked.length]).toEqual([0, 'refused', 1])
  })

  it('keeps warnings of partial answers, each once', async () => {
    const { summary } = await run(['orders'], (asked) => ({
      body: { ...ordinary(asked, ['orders']), warnings: ['store a is down'] },
    }))
    expect(summary).toMatchObject({ filled: 1, warnings: ['store a is down'] })
  })

  it('looks where a pod was before, and in the list of targets, only for pods that are not found', async () => {
    const { summary, handed, asked } = await run(['orders', 'billing', 'mail'], ({ path, query }) => {
      if (query === '{__name__="up"}') return { body: vector([targetLabels('orders')]) }
      if (query === '{__name__="up"} offset 1h') {
        return {
          body: vector([targetLabels('billing'), { job: 'orders', instance: 'old:80', pod: 'orders' }]),
        }
      }
      if (path !== 'targets') return null
      const target = { labels: { job: 'mail', instance: 'mail:80' }, scrapeUrl: 'http://mail/metrics' }
      return { body: { status: 'success', data: { activeTargets: [target] } } }
    })
    expect(asked.slice(0, 4).map(({ path, query }) => `${path} ${query}`.trim())).toEqual([
      'query {__name__="up"}',
      'query {__name__="up"} offset 1h',
      'query {__name__="up"} offset 1d',
      'targets',
    ])
    expect(handed.filter((line) => line.includes(' '))).toEqual(
      ['orders', 'billing', 'mail'].map((name) => `${name} 5 6 5 6`),
    )
    expect(asked.some(({ query }) => query.includes('old'))).toBe(false)
    expect(summary.unmatched).toEqual([])
  })

  it('asks nothing for a fleet without pods', async () => {
    expect((await run([], () => null)).asked).toEqual([])
  })

  it('asks with what the fleet says of its targets', async () => {
    const { asked } = await run(['orders'], () => null, { match: { cluster: 'a"b' } })
    const without = asked.filter(
      ({ path, query }) => path !== 'targets' && !query.includes('cluster="a\\"b"'),
    )
    expect([asked.length > 1, without]).toEqual([true, []])
  })

  it('is over when it is called off', async () => {
    const { summary, handed } = await run(['orders'], () => null, { signal: AbortSignal.abort() })
    expect([summary.failure, handed]).toEqual([{ kind: 'not-reached', failure: { kind: 'aborted' } }, []])
  })

  it('asks for the last 24 h finely', async () => {
    const { asked } = await run(['orders'], () => null)
    const fine = asked.find(({ step }) => step === 120)
    expect(fine?.start).toBe((NOW - hours(24)) / 1000)
  })

  it('asks twice within each hour of the month for what only two scrapes tell', async () => {
    const { summary, handed, asked } = await run(['orders'], counting(1))
    expect(handed).toEqual(['orders 2', '1/1'])
    expect(summary).toMatchObject({ filled: 1, leftOut: [], failure: null })
    const pairs = asked.filter(({ query }) => query.includes('offset'))
    const month = asked.find(({ step }) => step === 3600)
    expect(pairs.map(({ query }) => query.replace(/^.* offset/, 'offset'))).toEqual([
      'offset 1980s)',
      'offset 1980s',
      'offset 1620s)',
      'offset 1620s',
    ])
    // At the same moments: some servers would move others to the full hour.
    expect(new Set(pairs.map(({ start, step }) => `${start} ${step}`))).toEqual(
      new Set([`${month?.start} 3600`]),
    )
  })

  it('names what has too many series to be asked for twice, and asks for it of the last day alone', async () => {
    const { summary, asked } = await run(['orders'], counting(290))
    expect(summary).toMatchObject({ leftOut: ['http_requests_total'], failure: null })
    expect(asked.filter(({ query }) => query.includes('offset'))).toEqual([])
    expect(asked.some(({ step, query }) => step === 120 && query.includes('http_requests_total'))).toBe(true)
  })

  it('says so where the server fails in between', async () => {
    const { summary } = await run(['orders'], (asked) =>
      asked.query.includes('offset') ? trouble : counting(1)(asked),
    )
    expect(summary).toMatchObject({ filled: 0, failure: { errorType: 'unavailable' } })
  })
})
