import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readVersion } from './readVersion.ts'

const NONE = { version: null, commit: null, builtAt: null, runtime: null, startedAt: null }
const at = '2026-01-15T09:30:00Z'
const AT = Date.UTC(2026, 0, 15, 9, 30)

const read = (
  body: unknown,
  headers: Record<string, string> = {},
  status = 200,
  contentType = 'application/json',
) =>
  readVersion({ status, contentType, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

const ACTUATOR = {
  build: { artifact: 'orders', group: 'com.x', name: 'orders', version: '1.0.3', time: at },
  git: { branch: 'main', commit: { id: 'df027cf', time: at } },
  java: { version: '21.0.2', vendor: { name: 'Temurin' } },
  os: { name: 'Linux', version: '6.1' },
}

const rows = [
  {
    name: 'actuator info',
    body: ACTUATOR,
    expected: {
      ...NONE,
      version: '1.0.3',
      commit: 'df027cf',
      builtAt: AT,
      runtime: 'java 21.0.2',
      from: 'actuator info',
    },
  },
  {
    name: 'actuator info, git in full, time in epoch milliseconds',
    body: {
      build: { version: '1', time: AT },
      git: { commit: { id: { abbrev: 'df027cf', full: 'df027cf0123' } } },
    },
    expected: { ...NONE, version: '1', commit: 'df027cf0123', builtAt: AT, from: 'actuator info' },
  },
  {
    name: 'actuator info, time in epoch seconds',
    body: { build: { version: '1', time: AT / 1000 } },
    expected: { ...NONE, version: '1', builtAt: AT, from: 'actuator info' },
  },
  {
    name: 'actuator info, only app',
    body: { app: { name: 'x', version: '7' } },
    expected: { ...NONE, version: '7', from: 'actuator info' },
  },
  { name: 'actuator info, empty', body: {}, expected: null },
  {
    name: 'Kubernetes',
    body: {
      major: '1',
      minor: '30+',
      gitVersion: 'v1.30.2',
      gitCommit: 'abc',
      buildDate: at,
      goVersion: 'go1.22.4',
    },
    expected: {
      ...NONE,
      version: 'v1.30.2',
      commit: 'abc',
      builtAt: AT,
      runtime: 'go1.22.4',
      from: 'kubernetes version',
    },
  },
  {
    name: 'Loki, bare',
    body: { version: '3.0.0', revision: 'abc', branch: 'HEAD', buildDate: at, goVersion: 'go1.22' },
    expected: { ...NONE, version: '3.0.0', commit: 'abc', builtAt: AT, runtime: 'go1.22', from: 'version' },
  },
  { name: 'VictoriaMetrics', body: { status: 'success', data: {} }, expected: null },
  {
    name: 'Traefik',
    body: { Version: '3.1.0', Codename: 'comte', startDate: at },
    expected: { ...NONE, version: '3.1.0', startedAt: AT, from: 'version' },
  },
  {
    name: 'Grafana health',
    body: { commit: 'abc', database: 'ok', version: '11.1.0' },
    expected: { ...NONE, version: '11.1.0', commit: 'abc', from: 'version' },
  },
  {
    name: 'InfluxDB health',
    body: { name: 'influxdb', status: 'pass', checks: [], version: 'v2.7.6', commit: '407fa622e9' },
    expected: { ...NONE, version: 'v2.7.6', commit: '407fa622e9', from: 'version' },
  },
  {
    name: 'Elasticsearch',
    body: {
      name: 'a',
      version: { number: '8.14.0', build_hash: 'abc', build_date: at, lucene_version: '9.1' },
    },
    expected: { ...NONE, version: '8.14.0', commit: 'abc', builtAt: AT, from: 'elasticsearch root' },
  },
  {
    name: 'RabbitMQ',
    body: { management_version: '3.10.8', rabbitmq_version: '3.10.8', erlang_version: '25.2.3' },
    expected: { ...NONE, version: '3.10.8', runtime: 'erlang 25.2.3', from: 'rabbitmq overview' },
  },
  {
    name: 'Docker',
    body: { Version: '26.1', ApiVersion: '1.45', GitCommit: 'abc', GoVersion: 'go1.21.9', BuildTime: at },
    expected: { ...NONE, version: '26.1', commit: 'abc', builtAt: AT, runtime: 'go1.21.9', from: 'version' },
  },
  {
    name: 'health-go',
    body: { status: 'OK', system: { version: 'go1.22' }, component: { name: 'x', version: 'v1.0' } },
    expected: { ...NONE, version: 'v1.0', from: 'version' },
  },
  {
    name: 'nested version',
    body: { version: { version: '1.2', commit: 'abc' } },
    expected: { ...NONE, version: '1.2', commit: 'abc', from: 'version' },
  },
  {
    name: 'a commit beside the version',
    body: { version: '1.2', git: { sha: 'abc' }, build: { time: at } },
    expected: { ...NONE, version: '1.2', commit: 'abc', from: 'version' },
  },
  { name: 'a number', body: { version: 3 }, expected: { ...NONE, version: '3', from: 'version' } },
  {
    name: 'placeholders',
    body: { version: 'unknown', commit: '${GIT_SHA}', builtAt: '', revision: 'none' },
    expected: null,
  },
  { name: 'a machine called node', body: { node: 'node-1', go: 'east' }, expected: null },
  {
    name: 'the release of health+json',
    body: { version: '1', releaseId: '1.8.0' },
    expected: { ...NONE, version: '1.8.0', from: 'version' },
  },
  { name: 'a JSON text', body: '"3.13.0"', expected: { ...NONE, version: '3.13.0', from: 'text' } },
  { name: 'text', body: '1.2.3\n', expected: { ...NONE, version: '1.2.3', from: 'text' } },
  {
    name: 'text with a v, a pre-release and a build',
    body: 'v1.2.3-rc1+abc',
    expected: { ...NONE, version: 'v1.2.3-rc1+abc', from: 'text' },
  },
  { name: 'two parts', body: '1.10', expected: { ...NONE, version: '1.10', from: 'text' } },
  {
    name: 'a Debian version',
    body: '2.42.0+ds-5+deb12u1',
    expected: { ...NONE, version: '2.42.0+ds-5+deb12u1', from: 'text' },
  },
  { name: 'name and version', body: 'orders 1.2.3', expected: { ...NONE, version: '1.2.3', from: 'text' } },
  { name: 'product token', body: 'orders/1.2.3', expected: { ...NONE, version: '1.2.3', from: 'text' } },
  {
    name: 'a commit',
    body: '9f1c2ab0123456789',
    expected: { ...NONE, commit: '9f1c2ab0123456789', from: 'text' },
  },
  {
    name: 'lines',
    body: `version=1.2.3\ncommit: abc\nbuilt at = ${at}\n`,
    expected: { ...NONE, version: '1.2.3', commit: 'abc', builtAt: AT, from: 'text' },
  },
  { name: 'prose', body: 'All is well.', expected: null },
  { name: 'a list', body: [1, 2], expected: null },
  { name: 'broken JSON', body: '{"version": "1.2.3"', expected: null },
]

describe('readVersion', () => {
  it.each(rows)('$name', ({ body, expected }) => {
    expect(read(body)).toEqual(expected)
  })

  it.each([
    'commit',
    'revision',
    'gitCommit',
    'git_commit',
    'sha',
    'git-sha',
    'commitSha',
    'commit_id',
    'COMMIT',
    'git.hash',
  ])('takes a commit called %s', (key) => {
    expect(read({ [key]: 'abc1234' })).toEqual({ ...NONE, commit: 'abc1234', from: 'version' })
  })

  it.each(['builtAt', 'buildTime', 'build_time', 'buildDate', 'build-timestamp', 'BuildDate', 'compiledAt'])(
    'takes a build time called %s',
    (key) => {
      expect(read({ [key]: at })).toEqual({ ...NONE, builtAt: AT, from: 'version' })
    },
  )

  it('is null for errors, redirects and HTML', () => {
    for (const status of [0, 301, 401, 404, 500, 503, Number.NaN])
      expect(read({ version: '1' }, {}, status)).toBeNull()
    expect(read('<!doctype html><title>1.2.3</title>', { server: 'nginx/1.25.3' })).toBeNull()
    expect(read('<p>1.2.3</p>', {}, 200, 'text/html')).toBeNull()
    expect(read('1.2.3', {}, 200, 'text/html')).toMatchObject({ version: '1.2.3' })
  })

  it('falls back to headers, and to the server header last of all', () => {
    const influx = { 'x-influxdb-version': '1.8.10', server: 'nginx/1.25.3' }
    expect(read('', influx, 204)).toEqual({ ...NONE, version: '1.8.10', from: 'header x-influxdb-version' })
    expect(read('{}', { 'x-app-version': '4', 'x-git-sha': 'abc' })).toMatchObject({
      version: '4',
      commit: 'abc',
    })
    expect(read('{}', { 'x-commit': 'abc' })).toMatchObject({
      version: null,
      commit: 'abc',
      from: 'header x-commit',
    })
    expect(read('ok', { server: 'nginx/1.25.3 (Debian)' })).toEqual({
      ...NONE,
      version: 'nginx/1.25.3',
      from: 'header server',
    })
    expect(read('ok', { server: 'cloudflare' })).toBeNull()
    expect(read({ version: '2' }, influx)).toMatchObject({ version: '2', from: 'version' })
  })

  it('never throws, and never makes a reading that tells nothing', () => {
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((value) => JSON.stringify({ version: value, git: value, build: value })),
    )
    fc.assert(
      fc.property(body, fc.dictionary(fc.string(), fc.string()), (text, headers) => {
        const reading = read(text, headers)
        const parts = Object.entries(reading ?? { version: 'x' }).filter(([key]) => key !== 'from')
        expect(parts.some(([, part]) => part !== null)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
