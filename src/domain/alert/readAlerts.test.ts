import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from './fingerprintOf.ts'
import { MOST_ALERTS, readAlerts } from './readAlerts.ts'
import { readSilences } from './readSilences.ts'
import { readStatus } from './readStatus.ts'

const capture = (file: string): unknown =>
  JSON.parse(readFileSync(`e2e/fixtures/samples/alertmanager/${file}`, 'utf8'))

const alert = (fingerprint: string, more: object = {}): object => ({
  labels: { alertname: 'A' },
  fingerprint,
  startsAt: '2026-11-21T08:00:00Z',
  ...more,
})

describe('readAlerts', () => {
  it('reads what Alertmanager 0.25 said, whose fingerprints follow from the labels', () => {
    const read = readAlerts(capture('api_alerts.json'))
    if (!read.ok) throw new Error(read.error)
    expect(read.value.leftOut).toBe(0)
    expect(read.value.alerts).toMatchObject([
      { labels: { alertname: 'Watchdog' }, silencedBy: [], inhibited: false },
      { labels: { alertname: 'TargetDown' }, annotations: { summary: 'gone at 127.0.0.1:1 is down' } },
    ])
    expect(read.value.alerts[1]?.silencedBy).toHaveLength(2)
    for (const { fingerprint, labels } of read.value.alerts) expect(fingerprintOf(labels)).toBe(fingerprint)
  })

  it.each([
    { name: 'without labels', json: [{ fingerprint: 'ab', startsAt: '2026-11-21T08:00:00Z' }] },
    { name: 'without a fingerprint', json: [alert('')] },
    { name: 'with a fingerprint that is none', json: [alert('not hex')] },
    { name: 'without a start', json: [alert('ab', { startsAt: 'soon' })] },
    { name: 'that is no object', json: ['firing'] },
  ])('counts an alert $name as left out', ({ json }) => {
    expect(readAlerts(json)).toEqual({ ok: true, value: { alerts: [], leftOut: 1 } })
  })

  it('takes each alert once, no more than it can hold, and cuts annotations but no labels', () => {
    const long = 'x'.repeat(5000)
    const told = alert('ab', { labels: { alertname: long }, annotations: { summary: long } })
    const many = Array.from({ length: MOST_ALERTS + 1 }, (_, i) => alert(i.toString(16)))
    const read = readAlerts([told, ...many])
    if (!read.ok) throw new Error(read.error)
    expect(read.value.leftOut).toBe(2)
    // ab is 171 of the others, too, and the later one counts.
    expect(read.value.alerts).toHaveLength(MOST_ALERTS - 1)
    const one = readAlerts([told])
    expect(one.ok && one.value.alerts[0]?.labels['alertname']).toBe(long)
    expect(one.ok && one.value.alerts[0]?.annotations['summary']?.length).toBe(2000)
  })

  it('answers whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const read of [readAlerts, readSilences, readStatus])
          expect(typeof read(json).ok).toBe('boolean')
      }),
    )
  })
})

describe('fingerprintOf', () => {
  it('does not depend on the order of labels, and takes a label without a value for none', () => {
    expect(fingerprintOf({ b: '2', a: '1', c: '' })).toBe(fingerprintOf({ a: '1', b: '2' }))
    expect(fingerprintOf({})).toBe('cbf29ce484222325')
  })
})

describe('readSilences', () => {
  it('reads those that hold', () => {
    const read = readSilences(capture('api_silences.json'))
    expect(read).toMatchObject({
      value: [
        { createdBy: 'browser', comment: 'test', matchers: [{ name: 'alertname', isEqual: true }] },
        { id: '0ae4ed65-b048-4248-8257-d50151f6faba' },
      ],
    })
  })

  it('leaves out what has expired or cannot be read', () => {
    const silence = {
      id: 'a',
      startsAt: '2026-11-21T08:00:00Z',
      endsAt: '2026-11-21T09:00:00Z',
      matchers: [],
    }
    const told = [
      { ...silence, status: { state: 'expired' } },
      { ...silence, id: 'b', matchers: [{ name: 'x' }] },
      {
        ...silence,
        id: 'c',
        matchers: [{ name: 'x', value: 'y', isRegex: false }],
        status: { state: 'active' },
      },
    ]
    expect(readSilences(told)).toMatchObject({ value: [{ id: 'c', matchers: [{ isEqual: true }] }] })
    expect(readSilences({})).toMatchObject({ ok: false })
  })
})

describe('readStatus', () => {
  it('reads when it was started', () => {
    expect(readStatus(capture('version.json'))).toEqual({
      ok: true,
      value: { startedAt: Date.parse('2026-11-21T08:20:41.512Z'), version: '0.25.0' },
    })
    expect(readStatus({ uptime: 'long' })).toMatchObject({ ok: false })
  })
})
