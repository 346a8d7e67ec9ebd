import { describe, expect, it } from 'vitest'
import { parseFleet } from './parseFleet.ts'

const fleet = (signals: unknown, all?: unknown): object => ({
  ...(all === undefined ? {} : { signals: all }),
  services: [{ name: 'shop', url: 'http://shop:8080', ...(signals === undefined ? {} : { signals }) }],
})

const WHOLE = { labels: {}, of: null, per: null, scale: 1, boundMetric: null }

describe('signals of a fleet file', () => {
  const rows = [
    { name: 'none', own: undefined, all: undefined, mapped: [] },
    {
      name: 'the short form',
      own: { queueDepth: 'shop_jobs_waiting' },
      all: undefined,
      mapped: [{ ...WHOLE, signal: 'queueDepth', metric: 'shop_jobs_waiting' }],
    },
    {
      name: 'the long form',
      own: {
        queueDepth: {
          metric: 'shop_jobs',
          labels: { state: ['ready', 'new'], queue: 'mail' },
          of: 'queue',
          scale: 0.5,
          boundMetric: 'shop_jobs_max',
        },
      },
      all: undefined,
      mapped: [
        {
          ...WHOLE,
          signal: 'queueDepth',
          metric: 'shop_jobs',
          labels: { state: ['ready', 'new'], queue: 'mail' },
          of: 'queue',
          scale: 0.5,
          boundMetric: 'shop_jobs_max',
        },
      ],
    },
    {
      name: 'for all services, and one that says otherwise',
      own: { queueDepth: 'own' },
      all: { queueDepth: 'all', fds: 'files' },
      mapped: [
        { ...WHOLE, signal: 'fds', metric: 'files' },
        { ...WHOLE, signal: 'queueDepth', metric: 'own' },
      ],
    },
  ]
  it.each(rows)('$name', ({ own, all, mapped }) => {
    const parsed = parseFleet(fleet(own, all))
    expect(parsed.ok ? parsed.value.services[0]?.mapped : parsed.error).toEqual(mapped)
  })
})

describe('faults of signals', () => {
  const AT = 'services[0].signals'
  const rows = [
    { name: 'no object', signals: 'queueDepth', path: AT, says: 'an object' },
    { name: 'no such signal', signals: { queueDept: 'a' }, path: `${AT}.queueDept`, says: '"queueDepth"' },
    {
      name: 'a signal of the scrape itself',
      signals: { scrapeBytes: 'a' },
      path: `${AT}.scrapeBytes`,
      says: 'one of memory',
    },
    { name: 'a number', signals: { fds: 5 }, path: `${AT}.fds`, says: 'an object with metric' },
    { name: 'a name with blanks', signals: { fds: 'my files' }, path: `${AT}.fds`, says: 'name of a metric' },
    {
      name: 'a name with labels',
      signals: { fds: { metric: 'files{kind="a"}' } },
      path: `${AT}.fds.metric`,
      says: 'labels go under "labels"',
    },
    { name: 'no metric', signals: { fds: { scale: 2 } }, path: `${AT}.fds.metric`, says: 'Add it' },
    {
      name: 'a scale of 0',
      signals: { fds: { metric: 'a', scale: 0 } },
      path: `${AT}.fds.scale`,
      says: 'a number above 0',
    },
    {
      name: 'labels as a list',
      signals: { fds: { metric: 'a', labels: ['queue'] } },
      path: `${AT}.fds.labels`,
      says: 'an object',
    },
    {
      name: 'a label that is a number',
      signals: { fds: { metric: 'a', labels: { queue: 5 } } },
      path: `${AT}.fds.labels.queue`,
      says: 'a label value as a text',
    },
    {
      name: 'an empty list of label values',
      signals: { fds: { metric: 'a', labels: { queue: [] } } },
      path: `${AT}.fds.labels.queue`,
      says: 'a label value as a text',
    },
    {
      name: 'a name that no label has',
      signals: { fds: { metric: 'a', labels: { 'my-queue': 'mail' } } },
      path: `${AT}.fds.labels["my-queue"]`,
      says: 'the name of a label',
    },
    {
      name: 'an unknown key',
      signals: { fds: { metric: 'a', label: { queue: 'mail' } } },
      path: `${AT}.fds.label`,
      says: 'Did you mean "labels"?',
    },
    {
      name: 'a bad name of the limit',
      signals: { fds: { metric: 'a', boundMetric: '1' } },
      path: `${AT}.fds.boundMetric`,
      says: 'name of a metric',
    },
  ]
  it.each(rows)('$name', ({ signals, path, says }) => {
    const parsed = parseFleet(fleet(signals))
    const faults = parsed.ok ? [] : parsed.error
    expect(faults.map((fault) => fault.path)).toEqual([path])
    expect(`${faults[0]?.expected} ${faults[0]?.repair}`).toContain(says)
  })

  it('those for all services are named, too', () => {
    const parsed = parseFleet(fleet(undefined, { fds: { metric: 'a', labels: { '1': 'x' } } }))
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual(['signals.fds.labels.1'])
  })
})
