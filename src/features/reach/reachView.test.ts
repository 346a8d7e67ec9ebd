import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Detail } from '#src/state/screen.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { outcomeOf, type ReachEndpoint, reachView } from './reachView.ts'

type Pod = Detail['pods'][number]

const FROM = { fleetUrl: 'http://localhost/fleet.json', origin: 'http://localhost' }
const NOT_FOUND: ProbeFailure = { kind: 'not-found', tried: ['/health', '/healthz'] }
const REFUSED: ProbeFailure = { kind: 'unreachable', by: 'gateway', detail: 'ECONNREFUSED' }

const endpointOf = (
  endpoint: ReachEndpoint['endpoint'],
  own: Partial<ReachEndpoint> = {},
): ReachEndpoint => ({
  endpoint,
  path: `/${endpoint}`,
  at: NOW,
  took: 12,
  failure: null,
  nextAt: null,
  ...own,
})

const podOf = (name: string, endpoints: readonly ReachEndpoint[], own: Partial<Pod> = {}): Pod => ({
  name,
  url: `http://${name}.test`,
  endpoints,
  health: null,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
  ...own,
})

const serviceOf = (name: string, pods: readonly Pod[]): Detail => ({ name, holdsUntil: NOW, pods })

const failing = (failure: ProbeFailure) => ({ failure, took: null })

describe('how an endpoint came out', () => {
  const read = endpointOf('metrics')
  it.each([
    { name: 'answered', own: {}, beside: [], expected: 'read' },
    { name: 'never asked', own: { at: null }, beside: [], expected: 'waiting' },
    { name: 'called off', own: failing({ kind: 'aborted' }), beside: [], expected: 'waiting' },
    { name: 'refused', own: failing(REFUSED), beside: [], expected: 'failed' },
    { name: 'none, but another is read', own: failing(NOT_FOUND), beside: [read], expected: 'none' },
    { name: 'none at all', own: failing(NOT_FOUND), beside: [], expected: 'failed' },
    {
      name: 'none, and the other refuses',
      own: failing(NOT_FOUND),
      beside: [endpointOf('metrics', failing(REFUSED))],
      expected: 'none',
    },
  ])('$name: $expected', ({ own, beside, expected }) => {
    const endpoint = endpointOf('health', own)
    expect(outcomeOf(endpoint, podOf('a', [endpoint, ...beside]))).toBe(expected)
  })
})

describe('the view', () => {
  const orders = serviceOf('orders', [
    podOf('orders-1', [endpointOf('health'), endpointOf('metrics', { took: 30 })]),
    podOf('orders-2', [endpointOf('health', failing(REFUSED)), endpointOf('metrics', failing(REFUSED))]),
  ])
  const cors = failing({ kind: 'unreadable' })
  const billing = serviceOf('billing', [
    podOf('billing-1', [endpointOf('health', cors), endpointOf('version', failing(NOT_FOUND))]),
    podOf('billing-2', [endpointOf('health', cors), endpointOf('version', { at: null })], {
      url: 'fleet/billing/billing-2/',
      shownUrl: 'http://10.0.0.2',
    }),
  ])
  const view = reachView([orders, billing], '', FROM)

  it('counts what is there', () => {
    expect(view.counts).toEqual({ read: 2, failed: 4, none: 1, waiting: 1 })
    expect(view.services.map(({ name, slowest }) => [name, slowest])).toEqual([
      ['billing', null],
      ['orders', 30],
    ])
  })

  it('says each failure once, that of most pods first', () => {
    expect(view.groups.map(({ what, endpoints, pods }) => [what, endpoints, pods.length])).toEqual([
      ['CORS headers missing', 2, 2],
      ['refused the connection', 2, 1],
    ])
  })

  it('names pods by their own address, and asks where the page asks', () => {
    expect(view.groups[0]?.pods[1]).toEqual({
      service: 'billing',
      pod: 'billing-2',
      shown: 'http://10.0.0.2',
      endpoints: [
        { endpoint: 'health', path: '/health', address: 'http://localhost/fleet/billing/billing-2/health' },
      ],
      at: NOW,
    })
  })

  it('gathers what mends it', () => {
    const [header] = view.groups[0]?.fixes ?? []
    expect(header?.lines).toEqual(['Access-Control-Allow-Origin: http://localhost'])
  })

  it.each([
    { find: ' ORDERS ', services: ['orders'], pods: 2 },
    { find: 'billing-2', services: ['billing'], pods: 1 },
    { find: 'nothing', services: [], pods: 0 },
  ])('is narrowed to “$find”', ({ find, services, pods }) => {
    const narrowed = reachView([orders, billing], find, FROM)
    expect(narrowed.services.map(({ name }) => name)).toEqual(services)
    expect(narrowed.services.flatMap((service) => service.pods)).toHaveLength(pods)
  })
})
