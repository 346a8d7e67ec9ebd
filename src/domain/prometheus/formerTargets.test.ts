import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { formerTarget, serviceConditions } from './formerTargets.ts'
import type { PodTarget } from './matchTarget.ts'
import { selector } from './selector.ts'

const target = (labels: Record<string, string>, by = 'pod'): PodTarget => ({
  labels: labelSet(Object.entries(labels)),
  identity: ['job', by, ...('namespace' in labels ? ['namespace'] : [])],
})

const NO_LABELS = { labels: { service: null, pod: null }, match: {} }
const ORDERS = target({ job: 'orders', pod: 'orders-a', instance: '10.0.0.1:80' })
const IN_KUBERNETES = target({
  job: 'pods',
  app: 'orders',
  namespace: 'shop',
  pod: 'orders-a',
  instance: '10.0.0.1:80',
})
const OTHER = target({
  job: 'pods',
  app: 'billing',
  namespace: 'shop',
  pod: 'billing-a',
  instance: '10.0.0.9:80',
})

describe('serviceConditions', () => {
  const named = { labels: { service: 'team_service', pod: null }, match: { cluster: 'north' } }
  const labelled = target({ job: 'x', team_service: 'orders', pod: 'orders-a' })
  it.each([
    { name: 'the job is called so', targets: [ORDERS], others: [OTHER], is: '{job="orders"}' },
    {
      name: 'a label of Kubernetes is, whose job has all',
      targets: [IN_KUBERNETES],
      others: [OTHER],
      is: '{app="orders",job="pods",namespace="shop"}',
    },
    {
      name: 'the job is its own',
      targets: [target({ job: 'x', pod: 'a' })],
      others: [OTHER],
      is: '{job="x"}',
    },
    { name: 'nothing tells', targets: [target({ job: 'pods', pod: 'a' })], others: [OTHER], is: null },
    {
      name: 'the fleet file names the label',
      targets: [labelled],
      others: [],
      settings: named,
      is: '{team_service="orders",job="x",cluster="north"}',
    },
  ])('$name', ({ targets, others, settings = NO_LABELS, is }) => {
    const found = serviceConditions('orders', targets, others, settings)
    expect(found === null ? null : selector(found)).toBe(is)
  })
})

describe('formerTarget', () => {
  const names = new Set(['orders-a', 'orders-b'])
  const nameOf = (labels: Record<string, string>, named = [ORDERS]): string | null =>
    formerTarget(labelSet(Object.entries(labels)), named, names)?.name ?? null
  it.each([
    {
      name: 'a pod of another name',
      labels: { job: 'orders', pod: 'orders-x', instance: 'b' },
      is: 'orders-x',
    },
    { name: 'one that the fleet names', labels: { job: 'orders', pod: 'orders-b', instance: 'b' }, is: null },
    { name: 'another port of one', labels: { job: 'sidecars', pod: 'orders-a', instance: 'b' }, is: null },
    { name: 'nothing to know it by', labels: { job: 'orders', instance: 'b' }, is: null },
  ])('$name', ({ labels, is }) => expect(nameOf(labels)).toBe(is))

  it('is called by its address where pods are known by that', () => {
    const by = [target({ job: 'orders', instance: '10.0.0.1:80' }, 'instance')]
    expect(nameOf({ job: 'orders', instance: '10.0.0.2:80' }, by)).toBe('10.0.0.2:80')
    expect(nameOf({ job: 'orders', instance: '10.0.0.1:80' }, by)).toBe(null)
  })
})
