import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { readHealth } from './readHealth.ts'

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../../../e2e/fixtures/samples')

type Captured = { file: string; status: number; content_type?: string; headers: Record<string, string> }

/** Every answer of a service as meta.json and down.json record it, by `service/file`. */
const captures = new Map<string, Captured>()
for (const service of readdirSync(SAMPLES)) {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(SAMPLES, service, file), 'utf8'))
  const files = readdirSync(join(SAMPLES, service))
  const recorded = (read('meta.json') as { endpoints: Captured[] }).endpoints
  const down = files.includes('down.json') ? (read('down.json') as Captured[]) : []
  for (const capture of [...recorded, ...down]) captures.set(`${service}/${capture.file}`, capture)
}

const readCapture = (name: string) => {
  const capture = captures.get(name)
  if (capture === undefined) throw new Error(`no capture ${name}`)
  const contentType = capture.content_type ?? capture.headers['content-type'] ?? null
  return readHealth({
    status: capture.status,
    contentType,
    body: readFileSync(join(SAMPLES, name), 'utf8'),
  })
}

const HTML = 'HTML where a health answer was expected'

const rows = [
  { name: 'alertmanager/health.txt', expected: ['ok', 'plain-text', null] },
  { name: 'alertmanager/ready.txt', expected: ['ok', 'plain-text', null] },
  {
    name: 'fastify-app/health.json',
    expected: ['degraded', 'health+json', 'postgres:connections: near the limit of 8'],
  },
  {
    name: 'fastify-app/health-down.json',
    expected: ['down', 'health+json', 'HTTP 503; postgres: ECONNREFUSED'],
  },
  { name: 'go-app/health.txt', expected: ['ok', 'plain-text', null] },
  {
    name: 'go-app/health-down.txt',
    expected: ['down', 'plain-text', 'HTTP 503; db: driver: bad connection'],
  },
  { name: 'godaddy-terminus/health.json', expected: ['ok', 'terminus', null] },
  {
    name: 'godaddy-terminus/health-down.json',
    expected: ['down', 'terminus', 'HTTP 503; database: connect ECONNREFUSED'],
  },
  { name: 'godaddy-terminus/live.json', expected: ['ok', 'status-word', null] },
  { name: 'haproxy/health.html', expected: ['ok', 'html', null] },
  {
    name: 'haproxy/frontend-503.html',
    expected: ['down', 'html', 'HTTP 503; Service Unavailable'],
  },
  { name: 'lightship/health.txt', expected: ['ok', 'lightship', null] },
  { name: 'lightship/ready.txt', expected: ['ok', 'lightship', null] },
  { name: 'lightship/live.txt', expected: ['ok', 'lightship', null] },
  { name: 'lightship/live-starting.txt', expected: ['ok', 'lightship', null] },
  { name: 'lightship/health-down.txt', expected: ['down', 'lightship', 'HTTP 500; server is not ready'] },
  { name: 'lightship/ready-down.txt', expected: ['down', 'lightship', 'HTTP 500; server is not ready'] },
  { name: 'nats-server/health.json', expected: ['ok', 'status-word', null] },
  { name: 'nats-server/ready.json', expected: ['ok', 'status-word', null] },
  { name: 'nats-server/root.html', expected: ['unknown', 'html', HTML] },
  { name: 'nest-terminus/health.json', expected: ['ok', 'terminus', null] },
  {
    name: 'nest-terminus/health-down.json',
    expected: ['down', 'terminus', 'HTTP 503; search: ECONNREFUSED'],
  },
  {
    name: 'nest-terminus/health-redis-down.json',
    expected: ['down', 'terminus', 'HTTP 503; redis: ECONNREFUSED'],
  },
  { name: 'node-exporter/root.html', expected: ['unknown', 'html', `${HTML} (“Node Exporter”)`] },
  { name: 'node-prom-client-app/health.json', expected: ['ok', 'in-house', null] },
  {
    name: 'node-prom-client-app/health-down.json',
    expected: ['down', 'in-house', 'HTTP 503; database: ECONNREFUSED'],
  },
  { name: 'node-prom-client-app/healthz.txt', expected: ['ok', 'plain-text', null] },
  { name: 'node-prom-client-app/ready.json', expected: ['ok', 'in-house', null] },
  {
    name: 'node-prom-client-app/ready-down.json',
    expected: ['down', 'in-house', 'HTTP 503; ready: false'],
  },
  { name: 'prometheus/health.txt', expected: ['ok', 'plain-text', null] },
  { name: 'prometheus/ready.txt', expected: ['ok', 'plain-text', null] },
  { name: 'redis-exporter/health.txt', expected: ['ok', 'plain-text', null] },
  // The exporter answers for itself: that redis is down, its metrics tell, never its health page.
  { name: 'redis-exporter/health-down.txt', expected: ['ok', 'plain-text', null] },
  {
    name: 'redis-exporter/root.html',
    expected: ['unknown', 'html', `${HTML} (“Redis Exporter 1.45.0-2+b4”)`],
  },
]

describe('readHealth on captured answers', () => {
  it.each(rows)('$name', ({ name, expected }) => {
    const { state, format, why } = readCapture(name)
    expect([state, format, why]).toEqual(expected)
  })

  it('leaves out no captured answer of a health endpoint', () => {
    const known = new Set(rows.map(({ name }) => name))
    const health = [...captures.keys()].filter((name) => /\/(?:health|ready|live)[^/]*$/.test(name))
    expect(health.filter((name) => !known.has(name))).toEqual([])
  })
})

describe('readHealth on the parts of captured answers', () => {
  it('keeps what a fastify service says of each component', () => {
    const { checks, version } = readCapture('fastify-app/health.json')
    expect(version).toBe('1.8.0')
    expect(checks.map(({ name, state, message }) => [name, state, message])).toEqual([
      ['postgres:responseTime', 'ok', null],
      ['postgres:connections', 'degraded', 'near the limit of 8'],
      ['uptime', 'ok', null],
    ])
    expect(checks[0]?.details).toEqual([
      ['componentId', 'pg-1'],
      ['componentType', 'datastore'],
      ['observedValue', '12'],
      ['observedUnit', 'ms'],
      ['time', '2026-11-21T08:32:57.921Z'],
    ])
  })

  it('lists each part of a NestJS service once', () => {
    const { checks } = readCapture('nest-terminus/health-redis-down.json')
    expect(checks.map(({ name, state, message }) => [name, state, message])).toEqual([
      ['database', 'ok', null],
      ['memory_heap', 'ok', null],
      ['redis', 'down', 'ECONNREFUSED'],
    ])
    expect(checks[0]?.details).toEqual([['port', '21432']])
  })

  it('finds the version that a health page carries', () => {
    expect(readCapture('node-prom-client-app/health-down.json').version).toBe('3.4.1')
    expect(readCapture('nest-terminus/health.json').version).toBeNull()
  })
})
