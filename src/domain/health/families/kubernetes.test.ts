import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const VERBOSE = '[+]ping ok\n[+]etcd excluded: ok\n[+]poststarthook/start-x ok\nlivez check passed\n'
const FAILED = '[+]ping ok\n[-]etcd failed: reason withheld\n[+]log ok\nreadyz check failed\n'

const rows = [
  { name: 'the short answer', status: 200, body: 'ok', expected: ['ok', 'plain-text', null], checks: [] },
  {
    name: 'verbose',
    status: 200,
    body: VERBOSE,
    expected: ['ok', 'kubernetes', null],
    checks: ['ping ok', 'etcd ok', 'poststarthook/start-x ok'],
  },
  {
    name: 'a check fails: 500',
    status: 500,
    body: FAILED,
    expected: ['down', 'kubernetes', 'HTTP 500; etcd: failed: reason withheld'],
    checks: ['ping ok', 'etcd down', 'log ok'],
  },
  {
    name: 'a check fails behind 200',
    status: 200,
    body: FAILED.replaceAll('\n', '\r\n'),
    expected: ['down', 'kubernetes', 'etcd: failed: reason withheld'],
    checks: ['ping ok', 'etcd down', 'log ok'],
  },
  {
    name: 'an exclude that matches nothing',
    status: 200,
    body: 'warn: some health checks cannot be excluded: no matches for "x"\n[+]ping ok\nhealthz check passed',
    expected: ['ok', 'kubernetes', null],
    checks: ['ping ok'],
  },
  {
    name: 'one check alone fails',
    status: 500,
    body: 'internal server error: etcd gone',
    expected: ['down', 'plain-text', 'HTTP 500; internal server error: etcd gone'],
    checks: [],
  },
  {
    name: 'CoreDNS not ready names its plugins',
    status: 503,
    body: 'kubernetes',
    expected: ['down', 'plain-text', 'HTTP 503; kubernetes'],
    checks: [],
  },
  {
    name: 'kube-proxy',
    status: 200,
    body: { lastUpdated: '2026-11-21 08:00:00', currentTime: '2026-11-21 08:00:01', nodeEligible: true },
    expected: ['ok', 'kubernetes', null],
    checks: [],
  },
  {
    name: 'kube-proxy on a node that is drained',
    status: 200,
    body: { lastUpdated: '2026-11-21 08:00:00', currentTime: '2026-11-21 08:00:01', nodeEligible: false },
    expected: ['degraded', 'kubernetes', 'the node is not eligible for load balancing'],
    checks: [],
  },
  {
    name: 'kube-proxy behind its rules',
    status: 503,
    body: { lastUpdated: '2026-11-21 07:00:00', currentTime: '2026-11-21 08:00:01', nodeEligible: true },
    expected: ['down', 'kubernetes', 'HTTP 503, though the body says ok'],
    checks: [],
  },
]

describe('Kubernetes components', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(
      status,
      body,
      typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
    )
    expect([reading.state, reading.format, reading.why]).toEqual(expected)
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('says that a check was excluded', () => {
    expect(read(200, VERBOSE, 'text/plain').checks[1]?.message).toBe('excluded: ok')
  })

  it('reads the list whatever type it is sent as', () => {
    expect(read(500, FAILED, 'application/json')).toMatchObject({ state: 'down', format: 'kubernetes' })
  })
})
