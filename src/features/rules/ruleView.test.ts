import { describe, expect, it } from 'vitest'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { changedOfFleet, shownNow, thresholdView } from './ruleView.ts'

const policies = (own: FleetPolicies['own'], fleet: Partial<FleetPolicies['fleet']> = {}): FleetPolicies => ({
  fleet: { ...DEFAULT_POLICY, ...fleet },
  own,
})

describe('thresholdView', () => {
  it.each([
    {
      name: 'nobody changed it',
      given: policies([{ service: 'orders', values: { levelRed: 0.99 } }]),
      view: { value: '0.8', usual: null, own: [] },
    },
    {
      name: 'the fleet changed it, and who has another value is told with it, equal ones together',
      given: policies(
        [
          { service: 'orders', values: { levelOrange: 0.9 } },
          { service: 'billing', values: { levelOrange: 0.8 } },
          { service: 'search', values: { levelOrange: 0.9, levelRed: 0.99 } },
        ],
        { levelOrange: 0.85 },
      ),
      view: {
        value: '0.85',
        usual: '0.8',
        own: [
          { value: '0.9', services: ['orders', 'search'] },
          { value: '0.8', services: ['billing'] },
        ],
      },
    },
  ])('$name', ({ given, view }) => {
    expect(thresholdView('levelOrange', given)).toEqual({ name: 'levelOrange', ...view })
  })

  it('writes durations as the fleet file does', () => {
    const given = policies([{ service: 'orders', values: { rolloutWindow: minutes(90) } }])
    expect(thresholdView('rolloutWindow', given)).toMatchObject({
      value: '"15m"',
      own: [{ value: '"1h30m"', services: ['orders'] }],
    })
  })
})

describe('changedOfFleet', () => {
  it('counts what is not the default', () => {
    expect(changedOfFleet(policies([{ service: 'orders', values: { quorum: 0.1 } }]))).toBe(0)
    expect(changedOfFleet(policies([], { quorum: 0.1, flapBad: 5 }))).toBe(2)
  })
})

const slow: Reason = { kind: 'slow', light: 'orange', since: NOW, ofPods: 1, pods: [] }

describe('shownNow', () => {
  it('says who shows what, the worst first, then by name', () => {
    const shown = shownNow([
      sampleRow('search-10', 'orange', { reasons: [slow] }),
      sampleRow('search-9', 'orange', { reasons: [slow] }),
      sampleRow('billing', 'orange', { reasons: [silentPod('billing-1', 'orange')] }),
      sampleRow('orders', 'red', { reasons: [silentPod('orders-1'), slow] }),
      sampleRow('well'),
    ])
    expect(Object.fromEntries(shown)).toEqual({
      failing: [
        { service: 'orders', light: 'red' },
        { service: 'billing', light: 'orange' },
      ],
      slow: [
        { service: 'orders', light: 'orange' },
        { service: 'search-9', light: 'orange' },
        { service: 'search-10', light: 'orange' },
      ],
    })
  })

  it('counts a service once, however many reasons of a kind it has', () => {
    const reasons = [silentPod('orders-1'), silentPod('orders-2', 'orange')]
    const shown = shownNow([sampleRow('orders', 'red', { reasons })])
    expect(shown.get('failing')).toEqual([{ service: 'orders', light: 'red' }])
  })
})
