import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  {
    name: 'django, all working',
    status: 200,
    body: { 'Cache backend: default': 'working', DatabaseBackend: 'working' },
    expected: ['ok', 'django', null],
    checks: ['Cache backend: default ok', 'DatabaseBackend ok'],
  },
  {
    name: 'django, a critical one fails: 500',
    status: 500,
    body: { DatabaseBackend: 'working', CeleryQueue: 'unavailable: queue is down' },
    expected: ['down', 'django', 'HTTP 500; CeleryQueue: unavailable: queue is down'],
    checks: ['DatabaseBackend ok', 'CeleryQueue down'],
  },
  {
    name: 'django, a warning keeps 200',
    status: 200,
    body: { DiskUsage: 'warning: disk is 91% full', DatabaseBackend: 'working' },
    expected: ['degraded', 'django', 'DiskUsage: warning: disk is 91% full'],
    checks: ['DiskUsage degraded', 'DatabaseBackend ok'],
  },
  {
    name: 'django, unknown error and unexpected result',
    status: 500,
    body: { A: 'unknown error: boom', B: 'unexpected result: 4' },
    expected: ['down', 'django', 'HTTP 500; A: unknown error: boom; B: unexpected result: 4'],
    checks: ['A down', 'B down'],
  },
  { name: 'heptio without ?full', status: 200, body: {}, expected: ['ok', 'empty', null], checks: [] },
  {
    name: 'heptio without ?full, down',
    status: 503,
    body: {},
    expected: ['down', 'empty', 'HTTP 503 with an empty body'],
    checks: [],
  },
  {
    name: 'heptio in full',
    status: 200,
    body: { 'upstream-dep-dns': 'OK', 'goroutine-threshold': 'OK' },
    expected: ['ok', 'heptio', null],
    checks: ['upstream-dep-dns ok', 'goroutine-threshold ok'],
  },
  {
    name: 'heptio in full, down',
    status: 503,
    body: { 'upstream-dep-dns': 'OK', 'goroutine-threshold': 'too many goroutines (101 > 100)' },
    expected: ['down', 'heptio', 'HTTP 503; goroutine-threshold: too many goroutines (101 > 100)'],
    checks: ['upstream-dep-dns ok', 'goroutine-threshold down'],
  },
  {
    name: 'docker-registry, its only check down',
    status: 503,
    body: { storagedriver_s3: 'no such bucket' },
    expected: ['down', 'heptio', 'HTTP 503; storagedriver_s3: no such bucket'],
    checks: ['storagedriver_s3 down'],
  },
  {
    name: 'a proxy message is not a map of checks',
    status: 503,
    body: { message: 'no healthy upstream' },
    expected: ['down', 'http-status', 'HTTP 503; no healthy upstream'],
    checks: [],
  },
  {
    name: 'a map in other words is not heptio',
    status: 503,
    body: { db: 'up', cache: 'down' },
    expected: ['down', 'in-house', 'HTTP 503; cache: down'],
    checks: ['db ok', 'cache down'],
  },
  {
    name: 'texts that are no checks, with 200',
    status: 200,
    body: { greeting: 'OK', motto: 'carpe diem' },
    expected: ['ok', 'http-status', "HTTP 200; the body's shape is not known"],
    checks: [],
  },
]

describe('django-health-check, heptiolabs/healthcheck and docker-registry', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.format, reading.why]).toEqual(expected)
    expect(flat(reading.checks)).toEqual(checks)
  })
})
