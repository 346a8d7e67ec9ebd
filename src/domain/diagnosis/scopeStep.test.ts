import { describe, expect, it } from 'vitest'
import { podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { BEGAN, find, loadOf, ORDERS, ordersOf, reasonOf, versionOf } from './testing/caseOf.ts'

const at = (...checks: readonly (string | null)[]) => ({
  ...reasonOf('health', []),
  pods: checks.map((check, i) => ({ pod: `orders-${i + 1}`, light: 'red', since: BEGAN, check })),
})

const partOf = (told: object) => find('scope', { reasons: [told as Reason] })?.part

describe('pods that show it', () => {
  it.each([
    { name: 'all', pods: [1, 2, 3], answer: 'yes', shared: null },
    { name: 'one', pods: [2], answer: 'no', shared: null },
    { name: 'two', pods: [1, 2], answer: 'no', shared: null },
    {
      name: 'those of one version',
      pods: [1, 3],
      versions: ['2', '1', '2'],
      answer: 'no',
      shared: { by: 'version', value: '2' },
    },
    {
      name: 'two of three of a version',
      pods: [1, 3],
      versions: ['2', '2', '2'],
      answer: 'no',
      shared: null,
    },
    {
      name: 'those of one zone',
      pods: [1, 3],
      names: ['orders-us1-aa', 'orders-eu1-bb', 'orders-us1-cc'],
      answer: 'no',
      shared: { by: 'name', value: 'us1' },
    },
    { name: 'all of one version', pods: [1, 2, 3], versions: ['2', '2', '2'], answer: 'yes', shared: null },
  ])('$name', ({ pods, versions = [], names, answer, shared }) => {
    const specs = [0, 1, 2].map((i) => ({
      name: names?.[i] ?? `orders-${i + 1}`,
      version: versions[i] === undefined ? null : versionOf(versions[i]),
    }))
    const reasons = [
      reasonOf(
        'failing',
        pods.map((n) => specs[n - 1]?.name ?? ''),
      ),
    ]
    const seen = { pods: podsOf(specs, ordersOf()), reasons }
    expect(find('scope', seen)).toMatchObject({ answer, shared, ofPods: 3 })
  })

  it('cannot be compared where there is one', () => {
    const of = ordersOf(1)
    const own = { service: of, pods: podsOf([{}], of), reasons: [reasonOf('failing', [1])] }
    expect(find('scope', own)).toMatchObject({ answer: 'unknown', ofPods: 1 })
  })

  it('name the one check, queue or pool that all of it is about', () => {
    expect(partOf(at('db / us1', 'db / us1'))).toBe('db / us1')
    expect(partOf(at('db / us1', 'db / eu1'))).toBeNull()
    expect(partOf(at('db / us1', null))).toBeNull()
  })

  it('are the missing ones where another carries their load', () => {
    const load = loadOf({ out: ['orders-2'], by: ['orders-1'], drops: 0.2, busy: 0.7 })
    expect(find('scope', { reasons: [load] })).toMatchObject({
      pods: ['orders-2'],
      carried: { out: ['orders-2'], full: [], by: ['orders-1'], share: 1, drops: 0.2 },
    })
  })

  it.each([
    { name: 'drop some', drops: 0.2, busy: 0.7, told: { drops: 0.2, left: 0.3 } },
    { name: 'drop what any service drops', drops: 0.01, busy: 0.75, told: { drops: null, left: 0.25 } },
    { name: 'are beyond their limit', drops: 0, busy: 1.02, told: { drops: null, left: 0 } },
    { name: 'tell nothing', drops: null, busy: null, told: { drops: null, left: null } },
  ])('have others carry their load, which $name', ({ drops, busy, told }) => {
    const reasons = [loadOf({ out: ['orders-3'], by: ['orders-1', 'orders-2'], drops, busy })]
    const carried = find('scope', { reasons })?.carried
    expect(carried).toMatchObject({ by: ['orders-1', 'orders-2'], drops: told.drops })
    expect(carried?.left?.toFixed(2) ?? null).toBe(told.left?.toFixed(2) ?? null)
  })

  it('are full as well as out, where they said so last', () => {
    const values = [['memory', 99, 100]] as const
    const pods = podsOf([{ values }, {}, {}], ordersOf())
    const reasons = [loadOf({ out: ['orders-1', 'orders-2'], by: ['orders-3'] })]
    expect(find('scope', { pods, reasons })?.carried).toMatchObject({
      out: ['orders-1', 'orders-2'],
      full: ['orders-1'],
    })
  })

  it('have nobody who carries their load in a reason that is less grave', () => {
    const load: Reason = { ...loadOf({ out: ['orders-1'], by: ['orders-2'] }), light: 'orange' }
    expect(find('scope', { reasons: [reasonOf('errors', [3]), load] })).toMatchObject({
      pods: ['orders-3'],
      carried: null,
    })
  })

  it('were restarted: their last words are asked for', () => {
    const of = ordersOf(3)
    const restarted = reasonOf('restarts', [1, 2], { count: 1, lastAt: BEGAN })
    expect(
      find('scope', { service: of, pods: podsOf([{}, {}, {}], of), reasons: [restarted] })?.command,
    ).toEqual({
      kind: 'last-logs',
      in: ORDERS,
    })
  })
})
