import { describe, expect, it } from 'vitest'
import { drift, NOW, podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import { days } from '#src/domain/time/units.ts'
import { FAILING, find, findAll, ordersOf, reasonOf } from './testing/caseOf.ts'

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
