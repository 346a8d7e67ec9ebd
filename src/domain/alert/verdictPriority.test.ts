import { describe, expect, it } from 'vitest'
import type { PodCell } from '#src/domain/digest/digestRow.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { nextMorning } from '#src/domain/time/nextMorning.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { NOW, reasonOf } from '#src/domain/wording/testing/reasonOf.ts'
import { verdictPriority } from './verdictPriority.ts'

const refused = { kind: 'unreachable', by: 'browser', detail: null } as const
const cells = (count: number): readonly PodCell[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `orders-${i + 1}`,
    light: 'red',
    observedAt: NOW,
    version: null,
  }))

const failing = (out: number, of: number): Reason =>
  reasonOf(
    'failing',
    of,
    Object.fromEntries(Array.from({ length: out }, (_, i) => [`orders-${i + 1}`, { failure: refused }])),
  )
const errors = (...ratios: number[]): Reason =>
  reasonOf(
    'errors',
    ratios.length,
    Object.fromEntries(ratios.map((ratio, i) => [`orders-${i + 1}`, { ratio, perSecond: 40 }])),
  )
const certificate = (endsAt: number): Reason =>
  reasonOf('certificate', 1, { 'orders-1': { endsAt, of: null } })

const MORNING = { morning: { at: '09:00', timeZone: 'Europe/Paris' } }
const service = serviceOf({ pods: 4, tier: 1 }, MORNING)
const morning = nextMorning(NOW, service.mornings)

describe('how urgent a red verdict is', () => {
  it.each<{ name: string; tier?: number; pods: number; reasons: readonly Reason[]; expected: string }>([
    {
      name: 'the only pod',
      tier: 1,
      pods: 1,
      reasons: [failing(1, 1)],
      expected: 'P1: tier 1, its only pod is out',
    },
    {
      name: 'all pods',
      tier: 1,
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P1: tier 1, all 4 pods are out',
    },
    {
      name: 'less than the quorum is left',
      tier: 1,
      pods: 4,
      reasons: [failing(3, 4)],
      expected: 'P1: tier 1, 3 of 4 pods are out, and less than the quorum of 50 % is left',
    },
    {
      name: 'just the quorum is left, and callers feel something else',
      tier: 1,
      pods: 4,
      reasons: [failing(2, 4), errors(0.2, 0, 0, 0)],
      expected: 'P2: tier 1, callers feel it, 4 of 4 pods in trouble',
    },
    {
      name: 'tier 2',
      tier: 2,
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P2: tier 2, all 4 pods are out',
    },
    {
      name: 'tier 3',
      tier: 3,
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P3: tier 3, all 4 pods are out',
    },
    {
      name: 'tier 4',
      tier: 4,
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P4: tier 4, all 4 pods are out',
    },
    {
      name: 'a tier beyond',
      tier: 9,
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P4: tier 4, all 4 pods are out',
    },
    {
      name: 'no tier',
      pods: 4,
      reasons: [failing(4, 4)],
      expected: 'P2: no tier (as tier 2), all 4 pods are out',
    },
    {
      name: 'pods whose requests fail by half count as out',
      tier: 1,
      pods: 2,
      reasons: [errors(0.5, 0.9)],
      expected: 'P1: tier 1, both pods are out',
    },
    {
      name: 'pods whose requests fail by less do not',
      tier: 1,
      pods: 2,
      reasons: [errors(0.49, 0.49)],
      expected: 'P2: tier 1, callers feel it, 2 of 2 pods in trouble',
    },
    {
      name: 'a limit just before the next working morning',
      tier: 1,
      pods: 1,
      reasons: [certificate(morning - 1)],
      expected: 'P2: tier 1, at its limit tomorrow 08:59, before the next working morning',
    },
    {
      name: 'a limit at the next working morning',
      tier: 1,
      pods: 1,
      reasons: [certificate(morning)],
      expected: 'P3: tier 1, at its limit tomorrow 09:00, not before the next working morning',
    },
    {
      name: 'the least urgent there is',
      tier: 4,
      pods: 1,
      reasons: [certificate(morning + days(1))],
      expected: 'P5: tier 4, at its limit Sat 09:00, not before the next working morning',
    },
    {
      name: 'orange reasons count for nothing',
      tier: 1,
      pods: 1,
      reasons: [certificate(morning), { ...failing(1, 1), light: 'orange' }],
      expected: 'P3: tier 1, at its limit tomorrow 09:00, not before the next working morning',
    },
    {
      name: 'nothing that has a limit or is felt',
      tier: 1,
      pods: 2,
      reasons: [reasonOf('level', 2, { 'orders-1': { signal: 'memory', value: 96, bound: 100, of: null } })],
      expected: 'P3: tier 1, callers do not feel it yet, 1 of 2 pods in trouble',
    },
  ])('$name', ({ tier, pods, reasons, expected }) => {
    const spec = tier === undefined ? { pods } : { pods, tier: Math.min(tier, 4) }
    const named = { ...serviceOf(spec, MORNING), tier: tier ?? null }
    const { priority, why } = verdictPriority({ reasons, pods: cells(pods) }, named, NOW)
    expect(`P${priority}: ${why}`).toBe(expected)
  })

  it('is what the fleet file sets', () => {
    const set = { ...service, tickets: { ...service.tickets, priority: 4 as const } }
    expect(verdictPriority({ reasons: [failing(4, 4)], pods: cells(4) }, set, NOW)).toEqual({
      priority: 4,
      why: 'P4 is set for this service in the fleet file',
    })
  })

  it('is never the less for more pods out, or a lower tier', () => {
    for (const tier of [1, 2, 3, 4]) {
      const ladder = [0, 1, 2, 3, 4].map(
        (out) =>
          verdictPriority(
            { reasons: [errors(0.2, 0.2, 0.2, 0.2), failing(out, 4)], pods: cells(4) },
            { ...service, tier },
            NOW + hours(1),
          ).priority,
      )
      expect(ladder).toEqual(ladder.toSorted((a, b) => b - a))
      expect(ladder.at(-1)).toBe(tier)
    }
  })
})
