import { describe, expect, it } from 'vitest'
import { drift, NOW, podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import type { Pattern } from '#src/domain/pattern/pattern.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { BEGAN, FAILING, find, loadOf, ORDERS, ordersOf, reasonOf } from './testing/caseOf.ts'

const STORM: Pattern = {
  kind: 'retry-storm',
  pods: ['orders-1'],
  ofPods: 3,
  perSecond: 200,
  usual: 40,
  errors: 0.2,
  callers: [],
}
const ENDING: Pattern = {
  kind: 'terminating',
  pods: ['orders-1', 'orders-2'],
  ofPods: 3,
  starts: 2,
  ofStarts: 2,
  ratio: 0.2,
}
const FRIDAYS: Pattern = {
  kind: 'periodic',
  pods: ['orders-1'],
  ofPods: 3,
  signal: 'latencyP99',
  every: 'week',
  weekday: 4,
  from: hours(6),
  to: hours(7),
  hits: 4,
  of: 4,
  peak: 0.9,
  usual: 0.1,
  endsAt: NOW + hours(0.5),
  alongside: null,
}
const COLD: Pattern = {
  kind: 'warm-up',
  pods: ['orders-1'],
  ofPods: 3,
  signal: 'latencyP99',
  value: 0.2,
  usual: 0.04,
  early: true,
  endsAt: NOW + hours(0.2),
}
const coldStart = reasonOf('warm-up', [1])
const DEPLOYED = [
  { version: '2', at: BEGAN - hours(1), lastAt: BEGAN, pods: ['orders-1'], isRollback: false },
]
const filling = (reachedAt: number | null, since = BEGAN) =>
  reasonOf('drift', [1, 2, 3], { ...drift('memory', { reachedAt, bound: 9 }), since })
const cpu = reasonOf('level', [1, 2, 3], { signal: 'cpu', value: 4, bound: 4, of: null })
const dbDown = reasonOf('health', [1, 2, 3], { check: 'db', state: 'down', why: null })
const placed = { place: { root: 'prices', via: ['prices'], redDependencies: ['prices'] } }

describe('what to do at once', () => {
  it.each([
    {
      name: 'all fail: a restart',
      own: {},
      remedy: { how: 'restart', lasts: null },
      command: { kind: 'restart', target: ORDERS },
    },
    {
      name: 'something it needs is the root',
      own: { ...placed, deploys: DEPLOYED },
      remedy: { how: 'elsewhere', service: 'prices' },
      command: null,
    },
    {
      name: 'a deploy is suspected',
      own: { deploys: DEPLOYED },
      remedy: { how: 'rollback', version: '2' },
      command: { kind: 'rollback', target: ORDERS },
    },
    {
      name: 'a deploy is suspected, and a check complains',
      own: { deploys: DEPLOYED, reasons: [dbDown] },
      remedy: { how: 'rollback', version: '2' },
    },
    {
      name: 'a check complains',
      own: { reasons: [dbDown] },
      remedy: { how: 'elsewhere', service: 'db' },
      command: null,
    },
    { name: 'a retry storm', own: { patterns: [STORM] }, remedy: { how: 'shed' }, command: null },
    {
      name: 'a job that runs',
      own: { patterns: [FRIDAYS], reasons: [reasonOf('latency', [1])] },
      remedy: { how: 'wait', until: FRIDAYS.endsAt },
    },
    { name: 'a job that runs while pods fail', own: { patterns: [FRIDAYS] }, remedy: { how: 'restart' } },
    {
      name: 'requests that fail as pods end',
      own: { patterns: [ENDING], deploys: DEPLOYED, reasons: [reasonOf('errors', [2])] },
      remedy: { how: 'drain' },
      command: null,
    },
    {
      name: 'caches that are cold after a deploy',
      own: { patterns: [COLD], deploys: DEPLOYED, reasons: [coldStart, reasonOf('versions-disagree', [1])] },
      remedy: { how: 'warm', until: COLD.endsAt },
      command: null,
    },
    {
      name: 'cold caches, and errors as well: the deploy',
      own: { patterns: [COLD], deploys: DEPLOYED, reasons: [coldStart, reasonOf('errors', [1])] },
      remedy: { how: 'rollback', version: '2' },
      command: { kind: 'rollback', target: ORDERS },
    },
    {
      name: 'a pod is out and the others drop what is too much',
      own: { reasons: [loadOf({ out: ['orders-3'], by: ['orders-1', 'orders-2'], drops: 0.2 })] },
      remedy: { how: 'relieve', carried: { out: ['orders-3'], full: [], drops: 0.2 } },
      command: { kind: 'scale', target: ORDERS, replicas: 4 },
    },
    {
      name: 'pods are full, and have no name that could be restarted',
      own: { reasons: [loadOf({ full: ['orders-2', 'orders-3'], by: ['orders-1'], busy: 0.69 })] },
      remedy: { how: 'relieve', carried: { out: [], full: ['orders-2', 'orders-3'] } },
      command: null,
    },
    {
      name: 'one pod gets more than its share, and nothing is out',
      own: { reasons: [loadOf({ by: ['orders-1'] })] },
      remedy: { how: 'later', by: null },
    },
    {
      name: 'a metrics page that grows by a label',
      own: { reasons: [reasonOf('exposition', [1, 2, 3], { grows: { family: 'f', label: 'l' } })] },
      remedy: { how: 'restart', lasts: null },
    },
    {
      name: 'a metrics page that is only large',
      own: { reasons: [reasonOf('exposition', [1, 2, 3])] },
      remedy: { how: 'later', by: null },
    },
    {
      name: 'CPU at its limit',
      own: { reasons: [cpu] },
      remedy: { how: 'scale', from: 3, to: 5 },
      command: { kind: 'scale', target: ORDERS, replicas: 5 },
    },
    {
      name: 'a drift that ends within a day',
      own: { reasons: [filling(NOW + hours(23), NOW - hours(13))] },
      remedy: { how: 'restart', lasts: hours(36) },
    },
    {
      name: 'a drift that leaves time',
      own: { reasons: [filling(NOW + days(3))] },
      remedy: { how: 'later', by: NOW + days(3) },
      command: null,
    },
    {
      name: 'a drift without a limit',
      own: { reasons: [filling(null)] },
      remedy: { how: 'later', by: null },
    },
    {
      name: 'errors that nothing explains',
      own: { reasons: [reasonOf('errors', [1, 2, 3])] },
      remedy: { how: 'later', by: null },
      command: null,
    },
  ])('$name', ({ own, remedy, command }) => {
    const told = command === undefined ? { remedy } : { remedy, command }
    expect(find('mitigate', { reasons: [FAILING], ...own })).toMatchObject({ ...told, isUnplaced: false })
  })

  it.each([
    { how: 'restart', answer: 'yes', own: {} },
    { how: 'shed', answer: 'yes', own: { patterns: [STORM] } },
    { how: 'elsewhere', answer: 'no', own: placed },
    { how: 'later', answer: 'no', own: { reasons: [filling(null)] } },
  ])('is $answer where it is to $how', ({ answer, own }) => {
    expect(find('mitigate', { reasons: [FAILING], ...own })?.answer).toBe(answer)
  })

  it('is to replace the one pod of several, by the name that Kubernetes knows it by', () => {
    const pods = podsOf([{ name: 'orders-a1' }, { name: 'orders-2-x7' }, {}], ordersOf())
    expect(find('mitigate', { pods, reasons: [reasonOf('failing', ['orders-2-x7'])] })).toMatchObject({
      remedy: { how: 'replace', pods: ['orders-2-x7'] },
      command: { kind: 'delete-pod', in: { namespace: 'shop', kind: 'pod', name: 'orders-2-x7' } },
    })
  })

  it('is to restart full pods one by one, those that are full first', () => {
    const pods = podsOf([{ name: 'orders-a1' }, { name: 'orders-b2' }, { name: 'orders-c3' }], ordersOf())
    const reasons = [loadOf({ out: ['orders-a1'], full: ['orders-b2'], by: ['orders-c3'] })]
    expect(find('mitigate', { pods, reasons })).toMatchObject({
      answer: 'yes',
      remedy: { how: 'relieve' },
      command: { kind: 'delete-pod', in: { name: 'orders-b2' } },
    })
  })

  it('names no pod to delete that has its name from the order in the fleet file', () => {
    expect(find('mitigate', { reasons: [reasonOf('failing', [2])] })).toMatchObject({
      remedy: { how: 'replace', pods: ['orders-2'] },
      command: null,
    })
  })

  it('is not to roll back what fails as pods end: that ends them once more', () => {
    const seen = { patterns: [ENDING], deploys: DEPLOYED, reasons: [reasonOf('errors', [2])] }
    expect(find('deploy', seen)).toMatchObject({ answer: 'yes', blame: 'end', command: null })
    expect(find('scope', seen)).toMatchObject({ pods: ['orders-2'], inTurn: 'end' })
  })

  it('is not to roll back what is slow as pods start: that starts them once more', () => {
    const seen = { patterns: [COLD], deploys: DEPLOYED, reasons: [coldStart] }
    expect(find('deploy', seen)).toMatchObject({ answer: 'yes', blame: 'start', command: null })
    expect(find('scope', seen)).toMatchObject({ pods: ['orders-1'], inTurn: 'start' })
  })

  it('is to roll back where only some reasons are of the start', () => {
    const seen = { patterns: [COLD], deploys: DEPLOYED, reasons: [coldStart, reasonOf('latency', [2])] }
    expect(find('deploy', seen)).toMatchObject({ blame: 'change', command: { kind: 'rollback' } })
    expect(find('scope', seen)?.inTurn).toBeNull()
  })

  it('does not scale what runs once on each node', () => {
    const service = ordersOf(3, undefined, { kubernetes: { workload: 'daemonset/orders' } })
    expect(find('mitigate', { service, reasons: [cpu] })).toMatchObject({
      remedy: { how: 'scale' },
      command: null,
    })
  })

  it('says that the fleet file does not tell where it runs', () => {
    const found = find('mitigate', { service: ordersOf(3, {}), reasons: [FAILING] })
    expect(found).toMatchObject({ isUnplaced: true, command: null })
  })
})
