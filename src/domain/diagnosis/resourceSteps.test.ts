import { describe, expect, it } from 'vitest'
import { drift, NOW, podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import { days } from '#src/domain/time/units.ts'
import { FAILING, find, findAll, loadOf, ordersOf, reasonOf } from './testing/caseOf.ts'

describe('a resource', () => {
  it.each([
    {
      name: 'nothing of what its metrics tell',
      signals: 2,
      expected: { answer: 'no', found: null, signals: 2 },
    },
    { name: 'nothing that can be seen', signals: 0, expected: { answer: 'unknown', found: null } },
  ])('$name', ({ signals, expected }) => {
    const values = (
      [
        ['memory', 1],
        ['fds', 2],
      ] as const
    ).slice(0, signals)
    const pods = podsOf([{ values }, {}, {}], ordersOf())
    expect(find('resource', { pods, reasons: [FAILING] })).toMatchObject(expected)
  })

  it('is told once, however many reasons are about it, and memory is the heap where that rises', () => {
    const reasons = [
      reasonOf('drift', [1], { ...drift('memory'), perHour: 5, reachedAt: NOW + days(2) }),
      reasonOf('level', [2], { signal: 'memory', value: 9, bound: 10, of: null }),
      reasonOf('drift', [1, 2], drift('heap')),
      reasonOf('drift', [3], drift('fds')),
    ]
    const found = findAll('resource', { reasons }).map(({ found }) => found)
    expect(found).toMatchObject([
      { resource: 'heap', pods: ['orders-1', 'orders-2'], reachedAt: null },
      { resource: 'fds', pods: ['orders-3'], drift: { signal: 'fds', perHour: 10 } },
    ])
  })

  it('is full on pods that hang, though no reason tells of it any more', () => {
    const full = {
      values: [
        ['memory', 98, 100],
        ['cpu', 102, 100],
      ] as const,
    }
    const pods = podsOf([full, { values: [['memory', 99, 100]] }, {}], ordersOf())
    const seen = { pods, reasons: [loadOf({ out: ['orders-1', 'orders-2'], by: ['orders-3'] })] }
    expect(findAll('resource', seen).map(({ found }) => found)).toMatchObject([
      { resource: 'memory', pods: ['orders-1', 'orders-2'], ofPods: 3, level: { share: 0.99, readAt: null } },
      { resource: 'cpu', pods: ['orders-1'], ofPods: 3, level: { share: 1.02, readAt: null } },
    ])
  })

  it('is as full as the fullest of its pods, whichever way that is known', () => {
    const pods = podsOf([{ values: [['memory', 98, 100]] }, {}, {}], ordersOf())
    const level = reasonOf('level', [2], { signal: 'memory', value: 9, bound: 10, of: null })
    expect(find('resource', { pods, reasons: [level, FAILING] })?.found).toMatchObject({
      pods: ['orders-2', 'orders-1'],
      level: { share: 0.98 },
    })
    expect(find('resource', { reasons: [level] })?.found).toMatchObject({ level: { share: 0.9 } })
    expect(find('resource', { reasons: [reasonOf('drift', [1], drift('fds'))] })?.found).toMatchObject({
      level: null,
    })
  })

  it('that grows by a label is told first, with the label and what counts its values', () => {
    const grows = { family: 'hits_total', label: 'agent', values: 900, grewBy: 300, examples: ['curl'] }
    const series = { ...drift('seriesCount'), grows }
    const reasons = [reasonOf('drift', [1, 2], drift('heap')), reasonOf('drift', [1, 2], series)]
    const command = { kind: 'count-label', family: 'hits_total', label: 'agent' }
    expect(findAll('resource', { reasons })).toMatchObject([
      { found: { resource: 'exposition', grows }, command },
      { found: { resource: 'heap', grows: null } },
    ])
    expect(find('resource', { reasons: [reasonOf('exposition', [1], { grows })] })).toMatchObject({
      found: { resource: 'exposition', grows },
      command,
    })
    expect(find('resource', { reasons: [reasonOf('exposition', [1])] })).toMatchObject({
      found: { resource: 'exposition', grows: null },
      command: { kind: 'count-series' },
    })
  })

  it('of which a pattern tells is told by that alone', () => {
    const pods = podsOf([{ drifts: [drift('fds')] }, {}, {}], ordersOf())
    const pattern = {
      kind: 'fd-leak',
      pods: ['orders-1'],
      ofPods: 3,
      perHour: 6,
      value: 9,
      bound: null,
      reachedAt: null,
    } as const
    const seen = {
      pods,
      patterns: [pattern],
      reasons: [
        reasonOf('drift', [1], drift('fds')),
        reasonOf('level', [1], { signal: 'disk', value: 9, bound: 10, of: '/' }),
      ],
    }
    const found = findAll('resource', seen).map(({ found }) => found)
    expect(found).toMatchObject([pattern, { resource: 'disk' }])
  })
})
