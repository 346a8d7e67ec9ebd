import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const ACTIVE = {
  initialized: true,
  sealed: false,
  standby: false,
  version: '1.15.2',
  cluster_name: 'vault-1',
}
const STANDBY = { ...ACTIVE, standby: true }

const rows = [
  { name: 'active', status: 200, body: ACTIVE, expected: ['ok', null] },
  { name: 'standby', status: 429, body: STANDBY, expected: ['ok', null] },
  { name: 'standby asked with standbyok', status: 200, body: STANDBY, expected: ['ok', null] },
  { name: 'disaster recovery secondary', status: 472, body: STANDBY, expected: ['ok', null] },
  { name: 'performance standby', status: 473, body: STANDBY, expected: ['ok', null] },
  {
    name: 'standby that cannot reach the active node',
    status: 474,
    body: STANDBY,
    expected: ['degraded', 'HTTP 474; standby without its active node'],
  },
  {
    name: 'not initialised',
    status: 501,
    body: { ...ACTIVE, initialized: false, sealed: true },
    expected: ['down', 'HTTP 501; not initialised'],
  },
  { name: 'sealed', status: 503, body: { ...ACTIVE, sealed: true }, expected: ['down', 'HTTP 503; sealed'] },
  {
    name: 'sealed asked with sealedcode',
    status: 200,
    body: { ...ACTIVE, sealed: true },
    expected: ['down', 'sealed'],
  },
  {
    name: 'sealed is worse than standby',
    status: 429,
    body: { ...STANDBY, sealed: true },
    expected: ['down', 'HTTP 429; sealed'],
  },
  {
    name: 'removed from the cluster',
    status: 530,
    body: { ...ACTIVE, removed_from_cluster: true },
    expected: ['down', 'HTTP 530; removed from the cluster'],
  },
]

describe('Vault', () => {
  it.each(rows)('$name', ({ status, body, expected }) => {
    const { state, format, why, version, checks } = read(status, body)
    expect([state, why]).toEqual(expected)
    expect([format, version, flat(checks)]).toEqual(['vault', '1.15.2', []])
  })

  it('429 of anybody else is a refusal that tells nothing', () => {
    expect(read(429, 'Too Many Requests', 'text/plain')).toMatchObject({
      state: 'unknown',
      format: 'http-status',
    })
    expect(read(429, { status: 'ok' })).toMatchObject({ state: 'unknown' })
  })
})
