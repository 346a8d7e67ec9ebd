import { describe, expect, it } from 'vitest'
import { parseFleet } from './parseFleet.ts'

const withSource = (prometheus: unknown, more: object = {}): unknown => ({
  ...more,
  sources: { prometheus },
  services: [{ name: 'orders', url: 'http://orders:8080' }],
})

const PLAIN = {
  url: 'http://prometheus:9090',
  credentials: 'omit',
  labels: { service: null, pod: null },
  match: {},
}

describe('a Prometheus source', () => {
  it.each([
    { name: 'none', json: { services: [] }, expected: null },
    { name: 'no source among the sources', json: { services: [], sources: {} }, expected: null },
    { name: 'a URL alone', json: withSource({ url: PLAIN.url }), expected: PLAIN },
    {
      name: 'a path relative to the file',
      json: withSource({ url: 'sources/prometheus/', shownUrl: PLAIN.url }),
      expected: { ...PLAIN, url: 'sources/prometheus/', shownUrl: PLAIN.url },
    },
    {
      name: 'the credentials of the fleet',
      json: withSource({ url: PLAIN.url }, { credentials: 'include' }),
      expected: { ...PLAIN, credentials: 'include' },
    },
    {
      name: 'its own credentials before those of the fleet',
      json: withSource({ url: PLAIN.url, credentials: 'omit' }, { credentials: 'include' }),
      expected: PLAIN,
    },
    {
      name: 'labels and matchers',
      json: withSource({ url: PLAIN.url, labels: { pod: 'kubernetes_pod' }, match: { cluster: 'a"b' } }),
      expected: { ...PLAIN, labels: { service: null, pod: 'kubernetes_pod' }, match: { cluster: 'a"b' } },
    },
  ])('is read: $name', ({ json, expected }) => {
    const fleet = parseFleet(json)
    expect(fleet.ok && fleet.value.sources.prometheus).toEqual(expected)
  })

  it.each([
    { name: 'no URL', source: {}, path: 'sources.prometheus.url', says: 'Add it' },
    {
      name: 'a secret in the URL',
      source: { url: 'https://me:secret@prometheus' },
      path: 'sources.prometheus.url',
      says: 'without user name',
    },
    {
      name: 'a query in the URL',
      source: { url: 'https://prometheus/?tenant=1' },
      path: 'sources.prometheus.url',
      says: 'query',
    },
    {
      name: 'a token',
      source: { url: 'http://p', token: 'secret' },
      path: 'sources.prometheus.token',
      says: 'Remove "token"',
    },
    {
      name: 'a label that cannot be one',
      source: { url: 'http://p', labels: { pod: 'a-b' } },
      path: 'sources.prometheus.labels.pod',
      says: 'name of a label',
    },
    {
      name: 'a matcher of such a label',
      source: { url: 'http://p', match: { 'a="b",x': 'c' } },
      path: 'sources.prometheus.match["a=\\"b\\",x"]',
      says: 'name of a label',
    },
    {
      name: 'a matcher that is no text',
      source: { url: 'http://p', match: { cluster: 1 } },
      path: 'sources.prometheus.match.cluster',
      says: 'a text',
    },
  ])('is refused: $name', ({ source, path, says }) => {
    const fleet = parseFleet(withSource(source))
    const issues = fleet.ok ? [] : fleet.error
    expect(issues.map((issue) => issue.path)).toEqual([path])
    expect(`${issues[0]?.expected} ${issues[0]?.repair}`).toContain(says)
  })

  it('is refused where its key is misspelt, with the right one', () => {
    const fleet = parseFleet({ services: [], sources: { promethues: { url: 'http://p' } } })
    expect(fleet.ok ? [] : fleet.error).toMatchObject([{ repair: 'Did you mean "prometheus"?' }])
  })
})

const ALERTMANAGER = {
  url: 'http://alerts:9093',
  credentials: 'omit',
  filter: [],
  serviceLabels: ['service', 'job', 'app'],
  projectLabels: ['project', 'team', 'namespace'],
  severities: { critical: 1, error: 2, high: 2, warning: 3, info: 4, none: 5 },
  silenceFor: 900_000,
  resolveTimeout: 300_000,
  every: 15_000,
}

const withAlerts = (alertmanager: unknown): unknown => ({
  credentials: 'include',
  sources: { alertmanager },
  services: [],
})

describe('an Alertmanager', () => {
  it.each([
    {
      name: 'a URL alone',
      source: { url: ALERTMANAGER.url },
      expected: { ...ALERTMANAGER, credentials: 'include' },
    },
    {
      name: 'all of it',
      source: {
        url: 'sources/alertmanager/',
        shownUrl: ALERTMANAGER.url,
        credentials: 'omit',
        filter: ['team="a b"', 'env=~"prod|pre"'],
        serviceLabels: ['svc'],
        projectLabels: ['owner'],
        severities: { Page: 'P1', none: 'P4' },
        silenceFor: '1h',
        resolveTimeout: '30s',
        every: '5s',
      },
      expected: {
        url: 'sources/alertmanager/',
        shownUrl: ALERTMANAGER.url,
        credentials: 'omit',
        filter: ['team="a b"', 'env=~"prod|pre"'],
        serviceLabels: ['svc'],
        projectLabels: ['owner'],
        severities: { ...ALERTMANAGER.severities, page: 1, none: 4 },
        silenceFor: 3_600_000,
        resolveTimeout: 30_000,
        every: 5000,
      },
    },
  ])('is read: $name', ({ source, expected }) => {
    const fleet = parseFleet(withAlerts(source))
    expect(fleet.ok && fleet.value.sources.alertmanager).toEqual(expected)
  })

  it.each([
    { name: 'no URL', source: {}, path: 'url', says: 'Add it' },
    { name: 'a secret in the URL', source: { url: 'https://a:b@c' }, path: 'url', says: 'without user name' },
    { name: 'a hammer', source: { url: 'http://a', every: '4s' }, path: 'every', says: 'at least 5s' },
    { name: 'no matcher', source: { url: 'http://a', filter: ['team'] }, path: 'filter[0]', says: '=~' },
    {
      name: 'a severity that is no priority',
      source: { url: 'http://a', severities: { page: 1 } },
      path: 'severities.page',
      says: 'from P1 to P5',
    },
    {
      name: 'no label',
      source: { url: 'http://a', serviceLabels: [] },
      path: 'serviceLabels',
      says: 'at least one',
    },
  ])('is refused: $name', ({ source, path, says }) => {
    const fleet = parseFleet(withAlerts(source))
    const issues = fleet.ok ? [] : fleet.error
    expect(issues.map((issue) => issue.path)).toEqual([`sources.alertmanager.${path}`])
    expect(`${issues[0]?.expected} ${issues[0]?.repair}`).toContain(says)
  })
})
