import { healthReading } from '#src/domain/watch/testing/podFacts.ts'
import { PodScreen } from '#src/features/drill/pod/PodScreen.tsx'
import type { PodDetail } from '#src/features/drill/pod/usePodFound.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import type { PodRecord } from '#src/state/drillActions.ts'
import type { Detail } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'

type Endpoint = PodDetail['endpoints'][number]

/** For tests: an endpoint that answered two seconds ago, unless told otherwise. */
export const endpointOf = (endpoint: Endpoint['endpoint'], own: Partial<Endpoint> = {}): Endpoint => ({
  endpoint,
  path: `/${endpoint}`,
  at: NOW - 2000,
  took: 12,
  failure: null,
  nextAt: NOW + 3000,
  ...own,
})

/** For tests: a pod of which all was read, and all is well. */
export const podOf = (name: string, own: Partial<PodDetail> = {}): PodDetail => ({
  name,
  url: `http://10.0.0.7:8080/${name}`,
  endpoints: [endpointOf('health'), endpointOf('metrics'), endpointOf('version')],
  health: healthReading('ok'),
  version: {
    version: '1.8.2',
    commit: 'ab12cd34ef',
    builtAt: null,
    runtime: 'go1.22',
    startedAt: null,
    from: 'build info',
  },
  signals: [{ signal: 'memory', value: 1000, bound: null, from: 'process_resident_memory_bytes', of: null }],
  startedAt: NOW - 3_600_000,
  recent: [{ at: NOW - 2000, good: true }],
  lastBad: null,
  ...own,
})

/** For tests: a service that needs nothing, in Kubernetes. */
export const AROUND: Surroundings = {
  needs: [],
  neighbours: [{ name: 'orders', light: 'green', kind: 'service' }],
  kubernetes: { namespace: 'shop', workload: { kind: 'deployment', name: 'orders' } },
  runtimes: [],
}

export const NOTHING_HEARD: PodRecord = { heard: [], failures: [], lastGood: null, tombstone: null }

type Shown = {
  readonly address?: string
  readonly rows?: readonly ServiceRow[]
  readonly pods?: readonly PodDetail[] | null
  readonly around?: Surroundings | null
  readonly record?: PodRecord | null
}

/** For tests: draws the screen of a pod of `orders`. */
export function drawPod({
  address = '#/s/orders/p/orders-1',
  rows = [sampleRow('orders')],
  pods = [podOf('orders-1'), podOf('orders-2')],
  around = AROUND,
  record = NOTHING_HEARD,
}: Shown = {}): TestScreen {
  const detail: Detail | null = pods === null ? null : { name: 'orders', holdsUntil: Infinity, pods }
  const page = testScreen({
    detail: () => Promise.resolve(detail),
    drill: {
      ...idleDrill,
      record: () => Promise.resolve(record),
      surroundings: () => Promise.resolve(around),
    },
  })
  page.show(rows)
  history.replaceState(null, '', address)
  renderWith(page, <PodScreen />)
  return page
}
