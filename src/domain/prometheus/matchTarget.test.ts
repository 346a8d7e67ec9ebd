import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Pod } from '#src/domain/fleet/fleet.ts'
import type { Labels } from '#src/domain/exposition/exposition.ts'
import { readApiAnswer } from './apiAnswer.ts'
import { matchTarget } from './matchTarget.ts'
import { readVector } from './readResult.ts'
import { type ScrapeTarget, targetsOfList, targetsOfUp } from './scrapeTarget.ts'

const target = (labels: Labels, scrapeUrl: string | null = null): ScrapeTarget => ({ labels, scrapeUrl })

const PLAIN = { labels: { service: null, pod: null } }
const POD: Pod = { name: 'orders-1', url: 'http://10.0.0.7:8080/app' }

const job = (name: string, instance: string, more: Labels = {}): ScrapeTarget =>
  target({ job: name, instance, ...more })

type Row = {
  readonly name: string
  readonly targets: readonly ScrapeTarget[]
  readonly pod?: Pod
  readonly settings?: typeof PLAIN | { readonly labels: { service: string | null; pod: string | null } }
  /** Which of the targets it is, or why it is none. */
  readonly expected: number | 'none' | readonly string[]
  /** What it is known by, beside the job. */
  readonly by?: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'nothing is scraped', targets: [], expected: 'none' },
  { name: 'another pod', targets: [job('orders', '10.0.0.8:8080')], expected: 'none' },
  {
    name: 'the label pod before an address',
    targets: [job('orders', '10.0.0.7:8080'), job('orders', '10.0.0.9:9', { pod: 'orders-1' })],
    expected: 1,
    by: ['pod'],
  },
  { name: 'the address, whatever the job', targets: [job('kubernetes-pods', '10.0.0.7:8080')], expected: 0 },
  {
    name: 'the address that is shown, behind a gateway',
    pod: { name: 'orders-1', url: 'fleet/orders/orders-1/', shownUrl: 'http://10.0.0.7:8080' },
    targets: [job('orders', '10.0.0.7:8080')],
    expected: 0,
  },
  {
    name: 'the port of the scheme where none is written',
    pod: { name: 'a', url: 'https://Orders.example/health' },
    targets: [job('orders', 'orders.example:80'), job('orders', 'orders.example:443')],
    expected: 1,
  },
  {
    name: 'an IPv6 address',
    pod: { name: 'a', url: 'http://[fd00::7]:8080' },
    targets: [job('orders', '[fd00::7]:8080')],
    expected: 0,
  },
  {
    name: 'the scraped URL where instance is a name',
    targets: [target({ job: 'orders', instance: 'the first' }, 'http://10.0.0.7:8080/metrics')],
    expected: 0,
  },
  { name: 'the name of the pod as a host', targets: [job('orders', 'orders-1:9100')], expected: 0 },
  { name: 'the name of the pod alone as instance', targets: [job('orders', 'orders-1')], expected: 0 },
  {
    name: 'the job that is called as the service, of two at one address',
    targets: [job('blackbox', '10.0.0.7:8080'), job('orders', '10.0.0.7:8080')],
    expected: 1,
  },
  {
    name: 'the service that a Prometheus operator writes as namespace/name',
    targets: [
      job('shop/sidecar', 'x:1', { pod: 'orders-1' }),
      job('shop/orders', 'x:2', { pod: 'orders-1' }),
    ],
    expected: 1,
    by: ['pod'],
  },
  {
    name: 'one host with two exporters and no name of the service',
    targets: [job('node', 'orders-1:9100'), job('redis', 'orders-1:9121')],
    expected: ['node', 'redis'],
  },
  {
    name: 'two replicas of a server that wrote the same',
    targets: [
      job('orders', '10.0.0.7:8080', { replica: 'a' }),
      job('orders', '10.0.0.7:8080', { replica: 'b' }),
    ],
    expected: 0,
  },
  {
    name: 'a label that the fleet file names decides alone',
    settings: { labels: { service: null, pod: 'k8s_pod' } },
    targets: [job('orders', '10.0.0.7:8080', { pod: 'orders-1' }), job('x', 'y:1', { k8s_pod: 'orders-1' })],
    expected: 1,
    by: ['k8s_pod'],
  },
  {
    name: 'a label of the service keeps others away',
    settings: { labels: { service: 'team_service', pod: null } },
    targets: [
      job('orders', '10.0.0.7:8080', { team_service: 'billing' }),
      job('x', 'orders-1:1', { team_service: 'orders' }),
    ],
    expected: 1,
  },
  {
    name: 'two ports of one pod, by the one of its URL',
    targets: [
      job('orders', '10.0.0.7:9100', { pod: 'orders-1' }),
      job('orders', '10.0.0.7:8080', { pod: 'orders-1' }),
    ],
    expected: 1,
  },
  {
    name: 'two ports of one pod, neither of its URL',
    targets: [job('orders', 'a:1', { pod: 'orders-1' }), job('orders', 'a:2', { pod: 'orders-1' })],
    expected: ['orders'],
  },
  {
    name: 'the namespace as well, where there is one',
    targets: [job('orders', 'a:1', { pod: 'orders-1', namespace: 'shop' })],
    expected: 0,
    by: ['pod', 'namespace'],
  },
  {
    name: 'two namespaces with a pod of this name',
    targets: [
      job('orders', 'a:1', { pod: 'orders-1', namespace: 'shop' }),
      job('orders', 'b:1', { pod: 'orders-1', namespace: 'staging' }),
    ],
    expected: ['orders'],
  },
  {
    name: 'a relative URL is no address',
    pod: { name: 'a', url: 'pods/1' },
    targets: [job('orders', 'pods:80')],
    expected: 'none',
  },
]

function dataOf(file: string): unknown {
  const answer = readApiAnswer(200, readFileSync(`e2e/fixtures/samples/prometheus/${file}`, 'utf8'))
  return answer.ok ? answer.value.data : null
}

function matchOf(
  expected: Row['expected'],
  targets: readonly ScrapeTarget[],
  by: readonly string[],
): unknown {
  if (expected === 'none') return { kind: 'none' }
  return typeof expected === 'number'
    ? { kind: 'target', target: { labels: targets[expected]?.labels, identity: ['job', ...by] } }
    : { kind: 'several', jobs: expected }
}

describe('matchTarget', () => {
  it.each(rows)('$name', ({ targets, pod = POD, settings = PLAIN, expected, by = ['instance'] }) => {
    const match = matchTarget('orders', pod, targets, settings)
    expect(match).toEqual(matchOf(expected, targets, by))
  })

  it('finds what a real Prometheus scrapes, by up and by its list of targets', () => {
    const vector = readVector(dataOf('api_query_up.json'))
    const up = targetsOfUp(vector.ok ? vector.value : [])
    const list = targetsOfList(dataOf('api_targets.json'))
    expect(list).toHaveLength(up.length)
    const pod = { name: 'orders-1', url: 'http://127.0.0.1:21300' }
    for (const targets of [up, list]) {
      expect(matchTarget('orders', pod, targets, PLAIN)).toMatchObject({
        kind: 'target',
        target: { labels: { job: 'express', service: 'orders' } },
      })
    }
  })

  it.each([null, [], {}, { activeTargets: [null, {}, { labels: { a: 1 } }] }])(
    'reads no target off %j',
    (data) => {
      expect(targetsOfList(data)).toEqual([])
    },
  )
})
