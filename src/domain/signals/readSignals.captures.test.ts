import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSignals } from './readSignals.ts'
import type { Scrape } from './signalReading.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { wordsOf } from './testing/wordsOf.ts'

const SAMPLES = new URL('../../../e2e/fixtures/samples/', import.meta.url)

const read = (service: string, file: string): string =>
  readFileSync(new URL(`${service}/${file}`, SAMPLES), 'utf8')

const capture = (service: string, file: string, at: number): Scrape => scrapeOf(read(service, file), at)

/** The two scrapes of one process that each capture has; their times are those of its meta.json. */
const rows = [
  {
    service: 'go-app',
    first: 1795249978018,
    second: 1795250008029,
    startedAt: 1795249229120,
    target: null,
    expected: {
      memory: '14643200',
      cpu: '0.00133284',
      fds: '12 of 20000',
      heap: '4038660',
      goroutines: '7',
      threads: '7',
      gcCpu: '0',
      requestRate: '1.43281',
      errorRatio: '0',
      latencyP50: '0.00755952',
      latencyP99: '0.01855',
      poolInUse: '0 of 5 (orders)',
      poolIdle: '1 (orders)',
      poolWaiting: '0 (orders)',
      uptime: '778.909',
    },
  },
  {
    service: 'node-prom-client-app',
    first: 1795249977911,
    second: 1795250007924,
    startedAt: 1795249154000,
    target: null,
    expected: {
      memory: '71651300',
      cpu: '0.0133012',
      fds: '27 of 20000',
      heap: '16849800',
      gcCpu: '0.000771375',
      gcPauseP99: '0.0231513',
      eventLoopLag: '0.0120832',
      requestRate: '4.66465',
      errorRatio: '0',
      latencyP50: '0.0172727',
      latencyP99: '0.0325',
      poolInUse: '0 of 8 (main)',
      poolIdle: '2 (main)',
      poolWaiting: '0 (main)',
      queueDepth: '3 (email)',
      uptime: '853.924',
    },
  },
  {
    service: 'fastify-app',
    first: 1795249977935,
    second: 1795250007952,
    startedAt: 1795249155000,
    target: null,
    expected: {
      memory: '60862500',
      cpu: '0.0055221',
      fds: '22 of 20000',
      heap: '10758100',
      gcCpu: '0.0000677758',
      gcPauseP99: '0.00099',
      eventLoopLag: '0.0160481',
      requestRate: '1.56578',
      errorRatio: '0',
      latencyP50: '0.0025',
      latencyP99: '0.00495',
      uptime: '852.952',
    },
  },
  {
    service: 'alertmanager',
    first: 1795249977807,
    second: 1795250007834,
    startedAt: 1795249240730,
    target: null,
    expected: {
      memory: '38879200',
      cpu: '0.000666067',
      fds: '14 of 20000',
      heap: '12140500',
      goroutines: '21',
      threads: '10',
      gcCpu: '0',
      requestRate: '0.29973',
      latencyP50: '0.025',
      latencyP99: '0.0495',
      uptime: '767.104',
    },
  },
  {
    service: 'prometheus',
    first: 1795249977674,
    second: 1795250007736,
    startedAt: 1795249657030,
    target: null,
    expected: {
      memory: '80564200',
      cpu: '0.00399175',
      fds: '24 of 20000',
      heap: '31957000',
      goroutines: '65',
      threads: '9',
      gcCpu: '0.00000308968',
      gcPauseP99: '0.000092882',
      requestRate: '1.26405',
      errorRatio: '0',
      latencyP50: '0.05',
      latencyP99: '0.099',
      queueDepth: '0 of 10000',
      uptime: '350.706',
    },
  },
  {
    service: 'node-exporter',
    first: 1795249977755,
    second: 1795250007796,
    startedAt: 1795247741000,
    target: null,
    expected: {
      memory: '2531180000 of 25276500000',
      cpu: '0.82454 of 2',
      fds: '3979 of 2466170',
      disk: '198429000000 of 270553000000 (/)',
      uptime: '2266.8',
    },
  },
  {
    service: 'haproxy',
    first: 1795249977988,
    second: 1795250008006,
    startedAt: 1795249234000,
    target: { up: true, from: 'haproxy_backend_status' },
    expected: {
      memory: '162968',
      threads: '2',
      requestRate: '2.09874',
      errorRatio: '0.047619',
      utilisation: '0.015 of 1',
      queueDepth: '0 (app)',
      uptime: '774.006',
    },
  },
  {
    service: 'redis-exporter',
    first: 1795249977880,
    second: 1795250007898,
    startedAt: 1795249142000,
    target: { up: true, from: 'redis_up' },
    expected: {
      memory: '12357600 of 33554400',
      cpu: '0.00183703',
      requestRate: '1.9988',
      poolInUse: '1 of 10000',
      uptime: '865.898',
    },
  },
]

describe('two scrapes of real services', () => {
  for (const { service, first, second, startedAt, target, expected } of rows) {
    const [before, now] = [capture(service, 'metrics.txt', first), capture(service, 'metrics-2.txt', second)]

    it(service, () => {
      const readings = readSignals(before, now)
      expect(wordsOf(readings)).toEqual(expected)
      expect(readings.startedAt).toBeCloseTo(startedAt, 0)
      expect(readings.target).toEqual(target)
    })

    it(`${service}: one scrape has values, but no rates`, () => {
      const { signals } = readSignals(null, now)
      expect([...signals.keys()].filter((signal) => /Rate|Ratio|latency|cpu|gcCpu/.test(signal))).toEqual([])
      expect(signals.get('seriesCount')?.value).toBe(now.exposition.samples.length)
    })
  }
})

const AFTER = 1795250036000

describe('services in trouble', () => {
  it('redis is stopped: down, and nothing of the exporter is taken for it', () => {
    const readings = readSignals(null, capture('redis-exporter', 'metrics-down.txt', AFTER))
    expect(readings.target).toEqual({ up: false, from: 'redis_up' })
    expect(wordsOf(readings)).toEqual({})
    expect(readings.startedAt).toBeNull()
  })

  it('every server of backend app is down: down, and the backend is named', () => {
    const readings = readSignals(null, capture('haproxy', 'metrics-down.txt', AFTER))
    expect(readings.target).toEqual({
      up: false,
      from: 'haproxy_backend_status{proxy="app",state="DOWN"}',
    })
  })

  it('an app whose database is stopped goes on telling of itself', () => {
    const app = 'node-prom-client-app'
    const before = capture(app, 'metrics-2.txt', 1795250007924)
    const words = wordsOf(readSignals(before, capture(app, 'metrics-down.txt', 1795250037924)))
    expect(words).toMatchObject({ memory: '71147500', fds: '23 of 20000', poolInUse: '0 of 8 (main)' })
  })
})
