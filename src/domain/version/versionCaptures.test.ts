import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import type { Sample } from '#src/domain/exposition/exposition.ts'

import { readVersion } from './readVersion.ts'
import { versionFromMetrics } from './versionFromMetrics.ts'

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../../../e2e/fixtures/samples')
const text = (name: string) => readFileSync(join(SAMPLES, name), 'utf8')

type Captured = { file: string; status: number; content_type: string; headers: Record<string, string> }

const readCapture = (service: string, file: string) => {
  const meta = JSON.parse(text(`${service}/meta.json`)) as { endpoints: Captured[] }
  const capture = meta.endpoints.find((endpoint) => endpoint.file === file)
  if (capture === undefined) throw new Error(`no capture ${service}/${file}`)
  const { status, headers, content_type: contentType } = capture
  return readVersion({ status, headers, contentType, body: text(`${service}/${file}`) })
}

const NONE = { version: null, commit: null, builtAt: null, runtime: null, startedAt: null }

const answers = [
  {
    service: 'alertmanager',
    file: 'version.json',
    expected: {
      version: '0.25.0',
      commit: '0.25.0-1+b4',
      builtAt: Date.UTC(2023, 3, 9, 9, 50, 43),
      runtime: 'go1.19.8',
      startedAt: Date.UTC(2026, 10, 21, 8, 20, 41, 512),
      from: 'build info',
    },
  },
  {
    service: 'fastify-app',
    file: 'version.json',
    expected: { ...NONE, version: '1.8.0', commit: 'c0ffee1', from: 'version' },
  },
  {
    service: 'go-app',
    file: 'version.json',
    expected: {
      ...NONE,
      version: '2.1.0',
      commit: 'abc1234',
      builtAt: Date.UTC(2026, 1, 1),
      runtime: 'go1.19',
      from: 'version',
    },
  },
  {
    service: 'node-prom-client-app',
    file: 'version.json',
    expected: {
      version: '3.4.1',
      commit: '9f1c2ab',
      builtAt: Date.UTC(2026, 0, 15, 9, 30),
      runtime: 'node v20.20.2',
      startedAt: Date.UTC(2026, 10, 21, 8, 19, 14, 251),
      from: 'version',
    },
  },
  {
    service: 'prometheus',
    file: 'version.json',
    expected: {
      ...NONE,
      version: '2.42.0+ds',
      commit: '2.42.0+ds-5+deb12u1',
      builtAt: Date.UTC(2026, 5, 4, 0, 58, 54),
      runtime: 'go1.19.8',
      from: 'build info',
    },
  },
  {
    service: 'nats-server',
    file: 'varz.json',
    expected: {
      ...NONE,
      version: '2.9.10',
      runtime: 'go1.19.8',
      startedAt: Date.UTC(2026, 10, 21, 8, 19, 2, 814),
      from: 'nats varz',
    },
  },
  { service: 'fastify-app', file: 'health.json', expected: { ...NONE, version: '1.8.0', from: 'version' } },
  {
    service: 'node-prom-client-app',
    file: 'health.json',
    expected: { ...NONE, version: '3.4.1', from: 'version' },
  },
  { service: 'haproxy', file: 'stats.csv', expected: null },
  { service: 'haproxy', file: 'health.html', expected: null },
  { service: 'node-exporter', file: 'root.html', expected: null },
  { service: 'redis-exporter', file: 'root.html', expected: null },
  { service: 'prometheus', file: 'api_query_error.json', expected: null },
  { service: 'go-app', file: 'health.txt', expected: null },
  { service: 'lightship', file: 'health.txt', expected: null },
]

describe('readVersion on captured answers', () => {
  it.each(answers)('$service/$file', ({ service, file, expected }) => {
    expect(readCapture(service, file)).toEqual(expected)
  })
})

/** The samples of a page whose labels hold neither commas nor escapes, which is so for the metrics looked at. */
const samplesOf = (page: string): Sample[] =>
  page.split('\n').flatMap((line): Sample[] => {
    const [, name, labels = '', value] = /^([a-zA-Z_:]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    if (name === undefined) return []
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', text = '']) => [key, text])
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value), at: null }]
  })

const pages = [
  {
    page: 'alertmanager/metrics.txt',
    expected: {
      ...NONE,
      version: '0.25.0',
      commit: '0.25.0-1+b4',
      runtime: 'go1.19.8',
      from: 'alertmanager_build_info',
    },
  },
  {
    page: 'fastify-app/metrics.txt',
    expected: { ...NONE, runtime: 'node v20.20.2', from: 'nodejs_version_info' },
  },
  { page: 'go-app/metrics.txt', expected: { ...NONE, runtime: 'go1.19.8', from: 'go_info' } },
  {
    page: 'haproxy/metrics.txt',
    expected: { ...NONE, version: '2.6.12-1+deb12u4', from: 'haproxy_process_build_info' },
  },
  {
    page: 'node-exporter/metrics.txt',
    expected: {
      ...NONE,
      version: '1.5.0',
      commit: '1.5.0-1+b6',
      runtime: 'go1.19.8',
      from: 'node_exporter_build_info',
    },
  },
  {
    page: 'node-prom-client-app/metrics.txt',
    expected: {
      ...NONE,
      version: '3.4.1',
      commit: '9f1c2ab',
      runtime: 'node v20.20.2',
      from: 'app_build_info',
    },
  },
  {
    page: 'prometheus/metrics.txt',
    expected: {
      ...NONE,
      version: '2.42.0+ds',
      commit: '2.42.0+ds-5+deb12u1',
      runtime: 'go1.19.8',
      from: 'prometheus_build_info',
    },
  },
  // Neither Go nor the exporter's own version is said of redis; without redis there is none.
  {
    page: 'redis-exporter/metrics.txt',
    expected: { ...NONE, version: '7.0.15', from: 'redis_instance_info' },
  },
  { page: 'redis-exporter/metrics-down.txt', expected: null },
]

describe('versionFromMetrics on captured pages', () => {
  it.each(pages)('$page', ({ page, expected }) => {
    expect(versionFromMetrics(samplesOf(text(page)))).toEqual(expected)
  })
})
