import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { flooredPriority, policyFor } from './hypercarePolicy.ts'

const FROM = Date.UTC(2026, 10, 16)
const TO = FROM + hours(24)
const policy = defaultPolicy('Europe/Paris')
const agreed = (
  of: { readonly service?: string; readonly team?: string },
  reason = 'release 4',
  to = TO,
) => ({
  service: of.service ?? null,
  team: of.team ?? null,
  from: FROM,
  to,
  reason,
})

describe('the policy of a ticket', () => {
  it.each([
    { name: 'as it is where nothing was agreed on', hypercare: [], at: FROM, expected: null },
    {
      name: 'from the first moment',
      hypercare: [agreed({ service: 'orders' })],
      at: FROM,
      expected: 'release 4',
    },
    { name: 'not before', hypercare: [agreed({ service: 'orders' })], at: FROM - 1, expected: null },
    {
      name: 'to the last moment',
      hypercare: [agreed({ service: 'orders' })],
      at: TO - 1,
      expected: 'release 4',
    },
    { name: 'not at its end', hypercare: [agreed({ service: 'orders' })], at: TO, expected: null },
    { name: 'of its team', hypercare: [agreed({ team: 'shop' })], at: FROM, expected: 'release 4' },
    { name: 'not of another service', hypercare: [agreed({ service: 'stock' })], at: FROM, expected: null },
    { name: 'not of another team', hypercare: [agreed({ team: 'pay' })], at: FROM, expected: null },
    {
      name: 'of two the one that lasts longer',
      hypercare: [agreed({ team: 'shop' }), agreed({ service: 'orders' }, 'move', TO + 1)],
      at: FROM,
      expected: 'move',
    },
  ])('hypercare: $name', ({ hypercare, at, expected }) => {
    expect(policyFor({ policy, hypercare }, 'orders', 'shop', at).hypercare).toBe(expected)
  })

  it('halves the time to acknowledge, runs by day and night, and promises nothing else', () => {
    const { targets, ...rest } = policyFor(
      { policy, hypercare: [agreed({ team: 'shop' })] },
      null,
      'shop',
      FROM,
    )
    const { targets: before, ...others } = policy
    expect(rest).toEqual({ ...others, hypercare: 'release 4' })
    expect(targets[1].acknowledge).toBe(minutes(7.5))
    for (const priority of PRIORITIES) {
      const acknowledge = before[priority].acknowledge / 2
      expect(targets[priority]).toEqual({ ...before[priority], acknowledge, calendar: null })
    }
  })

  it('is no business of a ticket without service and team', () => {
    const hypercare = [agreed({ team: 'shop' }), agreed({ service: 'orders' })]
    expect(policyFor({ policy, hypercare }, null, null, FROM)).toBe(policy)
  })

  it('raises a priority by one step, and no P1', () => {
    expect(PRIORITIES.map((priority) => flooredPriority(priority, true))).toEqual([1, 1, 2, 3, 4])
    expect(PRIORITIES.map((priority) => flooredPriority(priority, false))).toEqual(PRIORITIES)
  })
})
