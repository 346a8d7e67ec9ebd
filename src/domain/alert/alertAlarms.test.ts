import { describe, expect, it } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { alertAlarms, type AlertFacts } from './alertAlarms.ts'

function read(facts: Partial<AlertFacts>) {
  const fleet = parseFleet({
    sources: { alertmanager: { url: 'http://alerts.test', severities: { Page: 'P1' } } },
    services: ['orders', 'user-sync', 'mail_out', 'mailOut'].map((name) => ({ name, url: `http://${name}` })),
  })
  const source = fleet.ok ? fleet.value.sources.alertmanager : null
  if (!fleet.ok || source === null) throw new Error('the fleet of this test is faulty')
  return alertAlarms(
    source,
    fleet.value,
  )({
    fingerprint: '0123456789abcdef',
    labels: {},
    annotations: {},
    generatorUrl: '',
    ...facts,
  })
}

describe('alertAlarms', () => {
  it.each([
    { name: 'none', labels: {}, expected: null },
    { name: 'a name as it stands', labels: { service: 'orders' }, expected: 'orders' },
    {
      name: 'the first label that names one',
      labels: { service: 'ingress', job: 'orders' },
      expected: 'orders',
    },
    {
      name: 'the first label before the second',
      labels: { service: 'orders', job: 'user-sync' },
      expected: 'orders',
    },
    { name: 'a job of an operator', labels: { job: 'shop/user-sync' }, expected: 'user-sync' },
    { name: 'another case and underscores', labels: { job: 'USER_SYNC' }, expected: 'user-sync' },
    { name: 'nothing that is only like one', labels: { job: 'orders-exporter' }, expected: null },
    { name: 'one of two that look the same, as it stands', labels: { job: 'mailOut' }, expected: 'mailOut' },
    { name: 'nothing that may be two', labels: { job: 'mail-out' }, expected: null },
    { name: 'no other label', labels: { instance: 'orders' }, expected: null },
  ])('finds the service: $name', ({ labels, expected }) => {
    expect(read({ labels }).service).toBe(expected)
  })

  it.each([
    { name: 'nothing is told', labels: {}, expected: 3, why: /neither/ },
    { name: 'severity', labels: { severity: 'critical' }, expected: 1, why: /severity is critical/ },
    { name: 'another case', labels: { severity: 'Warning' }, expected: 3, why: /severity is Warning/ },
    { name: 'severity of the file', labels: { severity: 'page' }, expected: 1, why: /page/ },
    { name: 'severity that is unknown', labels: { severity: 'constructor' }, expected: 3, why: /neither/ },
    {
      name: 'priority before severity',
      labels: { priority: 'p4', severity: 'critical' },
      expected: 4,
      why: /p4/,
    },
    { name: 'a digit', labels: { priority: '2' }, expected: 2, why: /priority is 2/ },
    { name: 'no priority', labels: { priority: 'P0', severity: 'info' }, expected: 4, why: /info/ },
  ])('finds the priority: $name', ({ labels, expected, why }) => {
    expect(read({ labels })).toMatchObject({ priority: expected, why: expect.stringMatching(why) })
  })

  it.each([
    {
      name: 'its summary',
      labels: { alertname: 'A' },
      annotations: { summary: ' two\nlines ' },
      expected: 'two lines',
    },
    {
      name: 'its name with what tells it from others',
      labels: { severity: 'x', pod: 'o-1', alertname: 'Slow', job: 'orders' },
      annotations: { summary: ' ' },
      expected: 'Slow (job=orders, pod=o-1)',
    },
    { name: 'its name alone', labels: { alertname: 'Slow' }, annotations: {}, expected: 'Slow' },
    { name: 'words where it has no name', labels: {}, annotations: {}, expected: 'Alert without a name' },
  ])('is called $name', ({ labels, annotations, expected }) => {
    expect(read({ labels, annotations }).title).toBe(expected)
  })

  it('keeps only links that are pages', () => {
    const annotations = {
      runbook_url: 'https://wiki.test/<orders>',
      runbook: 'https://wiki.test/a?b#c',
      dashboard: 'javascript:alert(1)',
      grafana_url: ' http://grafana.test ',
    }
    expect(read({ annotations, generatorUrl: 'http://user:secret@prometheus.test/graph' }).links).toEqual([
      { label: 'runbook', url: 'https://wiki.test/a?b#c' },
      { label: 'dashboard', url: 'http://grafana.test' },
    ])
  })

  it('takes the project from its labels, and opens nothing for a heartbeat', () => {
    expect(read({ labels: { team: 'payments', alertname: 'Slow' } })).toMatchObject({
      key: 'alertmanager|0123456789abcdef',
      project: 'payments',
      automatic: true,
      delay: 0,
    })
    expect(read({ labels: { alertname: 'Watchdog', severity: 'none' } }).automatic).toBe(false)
  })
})
