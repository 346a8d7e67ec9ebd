import { describe, expect, it } from 'vitest'
import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { NOW } from '#src/domain/watch/testing/podFacts.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import type { Reason } from './reason.ts'
import { withSuspects } from './withSuspects.ts'

const AT = NOW - hours(2)
const DEPLOY: Deploy = {
  version: '1.8.2',
  at: AT,
  lastAt: AT + minutes(4),
  pods: ['orders-1', 'orders-2'],
  isRollback: false,
}

const errors = (since: number, pods: readonly string[], already = false): Reason => ({
  kind: 'errors',
  light: 'red',
  since,
  ...(already ? { already: true } : {}),
  ofPods: 3,
  pods: pods.map((pod) => ({ pod, light: 'red', since, ratio: 0.2, perSecond: 10 })),
})

describe('the deploy that a reason began after', () => {
  const rows: readonly { name: string; reason: Reason; suspect: boolean }[] = [
    { name: 'errors 20 min later', reason: errors(AT + minutes(20), ['orders-3']), suspect: true },
    {
      name: 'errors six hours after its last pod',
      reason: errors(AT + minutes(4) + hours(6), ['orders-1']),
      suspect: true,
    },
    {
      name: 'errors later than that',
      reason: errors(AT + minutes(5) + hours(6), ['orders-1']),
      suspect: false,
    },
    { name: 'errors well before it', reason: errors(AT - minutes(5), ['orders-1']), suspect: false },
    {
      name: 'so from the first, in pods that it has started',
      reason: errors(AT + minutes(20), ['orders-1', 'orders-2'], true),
      suspect: true,
    },
    {
      name: 'so from the first, also in a pod that was there before',
      reason: errors(AT + minutes(20), ['orders-1', 'orders-3'], true),
      suspect: false,
    },
    {
      name: 'a certificate that ends',
      reason: { kind: 'certificate', light: 'red', since: AT + minutes(20), ofPods: 3, pods: [] },
      suspect: false,
    },
  ]
  for (const { name, reason, suspect } of rows) {
    it(`${name}: ${suspect ? 'it' : 'none'}`, () => {
      const [told] = withSuspects([reason], [DEPLOY])
      expect(told?.suspect).toEqual(suspect ? { version: '1.8.2', at: AT } : undefined)
    })
  }

  it('is told with since when', () => {
    const [told] = withSuspects([errors(AT + minutes(20), ['orders-1'])], [DEPLOY])
    expect(told && reasonLine(told, NOW, 'UTC')).toContain('(deploy 1.8.2)')
  })
})
