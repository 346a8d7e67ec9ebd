import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { type FleetPolicies, fleetPolicies } from './fleetPolicies.ts'
import { parseFleet } from './parseFleet.ts'

const told = (json: unknown): FleetPolicies => {
  const fleet = parseFleet(json)
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return fleetPolicies(fleet.value)
}

const orders = { name: 'orders', url: 'http://orders.test' }
const billing = { name: 'billing', url: 'http://billing.test' }

describe('fleetPolicies', () => {
  it.each([
    { name: 'nothing written: the defaults', json: { services: [orders] }, fleet: {}, own: [] },
    { name: 'a fleet without a service', json: { services: [] }, fleet: {}, own: [] },
    {
      name: 'of the fleet: every service goes by it',
      json: { thresholds: { levelOrange: 0.85 }, services: [orders, billing] },
      fleet: { levelOrange: 0.85 },
      own: [],
    },
    {
      name: 'of one service: only what differs, beside what is the fleet’s',
      json: {
        thresholds: { levelOrange: 0.85, rolloutWindow: '30m' },
        services: [orders, { ...billing, thresholds: { levelOrange: 0.9 } }],
      },
      fleet: { levelOrange: 0.85, rolloutWindow: minutes(30) },
      own: [{ service: 'billing', values: { levelOrange: 0.9 } }],
    },
    {
      name: 'the fleet’s value written again is no exception, the default against it is one',
      json: {
        thresholds: { quorum: 0.7 },
        services: [
          { ...orders, thresholds: { quorum: 0.7 } },
          { ...billing, thresholds: { quorum: 0.5 } },
        ],
      },
      fleet: { quorum: 0.7 },
      own: [{ service: 'billing', values: { quorum: 0.5 } }],
    },
  ])('$name', ({ json, fleet, own }) => {
    expect(told(json)).toEqual({ fleet: { ...DEFAULT_POLICY, ...fleet }, own })
  })

  it('tells how labels of alerts are read, where an Alertmanager is named', () => {
    const url = 'http://alerts.test'
    const labels = { serviceLabels: ['component'], severities: { Page: 'P1' } }
    expect(told({ services: [orders] })).not.toHaveProperty('alerts')
    expect(told({ sources: { alertmanager: { url, ...labels } }, services: [orders] }).alerts).toMatchObject({
      serviceLabels: ['component'],
      severities: { page: 1, critical: 1, warning: 3 },
    })
  })
})
