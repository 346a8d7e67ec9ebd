import { describe, expect, it } from 'vitest'
import { drift, NOW, podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { BEGAN, FAILING, find, ORDERS, ordersOf, reasonOf } from './testing/caseOf.ts'

const deploy = (version: string, at: number) => ({
  version,
  at,
  lastAt: at,
  pods: ['orders-1'],
  isRollback: false,
})

describe('a deploy before it', () => {
  const rollback = { kind: 'rollback', target: ORDERS }
  const old = podsOf(
    [{ startedAt: NOW - days(3) }, { startedAt: NOW - days(3) }, { startedAt: NOW - days(3) }],
    ordersOf(),
  )
  const young = podsOf([{ startedAt: NOW - days(3) }, { watchedSince: NOW - hours(3) }, {}], ordersOf())

  it.each([
    {
      name: 'an hour before',
      deploys: [deploy('1.8.1', NOW - days(3)), deploy('1.8.2', BEGAN - hours(1))],
      expected: {
        answer: 'yes',
        suspect: { version: '1.8.2' },
        before: '1.8.1',
        newest: null,
        command: rollback,
      },
    },
    {
      name: 'six hours and a minute before',
      deploys: [deploy('1.8.2', BEGAN - hours(6) - minutes(1))],
      expected: { answer: 'no', suspect: null, newest: { version: '1.8.2' }, command: null },
    },
    {
      name: 'after it',
      deploys: [deploy('1.8.2', BEGAN + hours(1))],
      expected: { answer: 'no', suspect: null },
    },
    { name: 'none', deploys: [], expected: { answer: 'no', suspect: null, newest: null } },
    {
      name: 'none among pods that were looked at too late',
      deploys: [],
      pods: young,
      expected: { answer: 'unknown', seenSince: null },
    },
    {
      name: 'one, and another since then: what undoes the newest does not undo it',
      deploys: [deploy('1.8.2', BEGAN - hours(1)), deploy('1.8.3', BEGAN + hours(1))],
      expected: { answer: 'yes', suspect: { version: '1.8.2' }, newest: { version: '1.8.3' }, command: null },
    },
    {
      name: 'one that a drift names, days ago',
      deploys: [deploy('1.8.2', NOW - days(6))],
      reasons: [
        reasonOf('drift', [1], { ...drift('memory'), deploy: { version: '1.8.2', at: NOW - days(6) } }),
      ],
      expected: { answer: 'yes', suspect: { version: '1.8.2', at: NOW - days(6) }, command: rollback },
    },
    {
      name: 'one that a reason names',
      deploys: [],
      reasons: [reasonOf('errors', [1], {}, { suspect: { version: null, at: BEGAN - minutes(9) } })],
      expected: { answer: 'yes', suspect: { version: null, at: BEGAN - minutes(9) }, before: null },
    },
  ])('$name', ({ expected, ...own }) => {
    expect(find('deploy', { reasons: [FAILING], pods: old, ...own })).toMatchObject(expected)
  })

  it('has no command where the fleet file does not say where it runs', () => {
    const of = ordersOf(3, {})
    const found = find('deploy', {
      service: of,
      reasons: [FAILING],
      deploys: [deploy('2', BEGAN - hours(1))],
    })
    expect(found).toMatchObject({ answer: 'yes', command: null })
  })
})
