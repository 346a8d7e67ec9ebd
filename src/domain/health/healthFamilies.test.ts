import { describe, expect, it } from 'vitest'

import { healthContext } from './finding.ts'
import { JSON_FAMILIES } from './healthFamilies.ts'

/** One documented body of each family, with the HTTP status it comes with. */
const BODIES: readonly (readonly [name: string, status: number, body: Record<string, unknown>])[] = [
  ['vault', 200, { initialized: true, sealed: false, standby: false, version: '1.15.2' }],
  ['elasticsearch', 200, { cluster_name: 'x', status: 'red', number_of_nodes: 1 }],
  ['grafana', 200, { commit: 'a', database: 'ok', version: '11.1.0' }],
  ['etcd', 200, { health: 'true', reason: '' }],
  ['influxdb', 200, { name: 'influxdb', status: 'pass', checks: [], version: 'v2', message: 'ready' }],
  ['jaeger', 200, { status: 'Server available', upSince: 'x', uptime: '1h' }],
  ['nats', 503, { status: 'unavailable', error: 'x' }],
  ['rabbitmq', 503, { status: 'failed', reason: 'x' }],
  ['kubernetes', 200, { lastUpdated: 'x', currentTime: 'x', nodeEligible: true }],
  ['consul', 429, { AggregatedStatus: 'warning', Service: {}, Checks: [] }],
  ['dropwizard', 500, { db: { healthy: false, message: 'x' } }],
  ['nomad', 200, { client: { ok: true, message: 'ok' } }],
  ['aspnet', 200, { status: 'Healthy', totalDuration: 'x', entries: { a: { status: 'Healthy' } } }],
  ['microprofile', 200, { status: 'UP', checks: [{ name: 'a', status: 'UP' }] }],
  ['spring-actuator', 200, { status: 'UP', components: { db: { status: 'UP' } }, groups: ['liveness'] }],
  ['health+json', 200, { status: 'pass', checks: { 'a:b': [{ status: 'pass' }] }, releaseId: '1' }],
  ['terminus', 200, { status: 'ok', info: {}, error: {}, details: { a: { status: 'up' } } }],
  ['health-go', 200, { status: 'OK', timestamp: 'x', component: { name: 'a', version: 'v1' } }],
  ['go-health', 200, { status: 'up', details: { db: { status: 'up' } } }],
  ['django', 200, { DatabaseBackend: 'working' }],
  ['heptio', 200, { 'goroutine-threshold': 'OK' }],
]

const SPECIFIC = JSON_FAMILIES.slice(0, -1)

describe('JSON_FAMILIES', () => {
  it.each(BODIES)(
    '%s is claimed by one specific family, whatever the order of its keys',
    (name, status, body) => {
      const turned = Object.fromEntries(Object.entries(body).toReversed())
      for (const given of [body, turned]) {
        const context = healthContext(status, 'application/json')
        // The InfluxDB body is IETF health+json too: it stands before it because it knows more of it.
        const claims = SPECIFIC.flatMap((family) => family(given, context)?.format ?? [])
        expect(claims.filter((format) => !(name === 'influxdb' && format === 'health+json'))).toEqual([name])
      }
    },
  )

  it('has a documented body for every specific family', () => {
    expect(BODIES).toHaveLength(SPECIFIC.length)
  })

  it('lets no specific family claim an object of another trade', () => {
    const others = [
      { id: 7, status: 'shipped' },
      { name: 'x', items: [] },
      { version: '1.2.3' },
      { a: { b: { c: 1 } } },
    ]
    for (const body of others) {
      expect(JSON_FAMILIES.flatMap((family) => family(body, healthContext(200, null)) ?? [])).toEqual([])
    }
  })
})
