import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { readSignals } from './readSignals.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { NOW, readPages, wordsOf } from './testing/wordsOf.ts'

const started = (ago: number): string => `process_start_time_seconds ${NOW / 1000 - ago}\n`

describe('the scrape itself', () => {
  it('is always told, whatever the page holds', () => {
    const { exposition } = scrapeOf('', NOW)
    const scrape = { at: NOW, took: 1500, exposition: { ...exposition, bytes: 4096, seriesCount: 2000 } }
    expect([...readSignals(null, scrape).signals.values()]).toEqual([
      { signal: 'scrapeDuration', value: 1.5, bound: null, of: null, from: 'this scrape' },
      { signal: 'scrapeBytes', value: 4096, bound: null, of: null, from: 'this scrape' },
      { signal: 'seriesCount', value: 2000, bound: null, of: null, from: 'this scrape' },
    ])
  })
})

const HITS = 'http_requests_total{code="200"}'

const windows = [
  { name: 'two scrapes', before: `${HITS} 100`, now: `${HITS} 130`, apart: 10, rate: 3 },
  { name: 'no scrape before', before: null, now: `${HITS} 130`, apart: 10, rate: undefined },
  { name: 'the same moment', before: `${HITS} 100`, now: `${HITS} 130`, apart: 0, rate: undefined },
  { name: 'out of order', before: `${HITS} 100`, now: `${HITS} 130`, apart: -10, rate: undefined },
  { name: 'ten minutes apart', before: `${HITS} 100`, now: `${HITS} 700`, apart: 600, rate: 1 },
  { name: 'longer apart', before: `${HITS} 100`, now: `${HITS} 700`, apart: 601, rate: undefined },
  { name: 'a reset that no start time tells', before: `${HITS} 900`, now: `${HITS} 50`, apart: 10, rate: 5 },
  {
    name: 'a restart with more requests than before it',
    before: `${started(9000)}${HITS} 100`,
    now: `${started(8)}${HITS} 130`,
    apart: 10,
    rate: 13,
  },
  {
    name: 'two processes behind one address: the average of a life, no spike',
    before: `${started(9000)}${HITS} 100`,
    now: `${started(500)}${HITS} 50000`,
    apart: 10,
    rate: 100,
  },
  {
    name: 'an uptime in whole seconds is no restart when it wanders',
    before: `process_uptime_seconds 100\n${HITS} 100`,
    now: `process_uptime_seconds 111\n${HITS} 130`,
    apart: 10,
    rate: 3,
  },
  {
    name: 'an uptime that begins again is',
    before: `process_uptime_seconds 100\n${HITS} 100`,
    now: `process_uptime_seconds 4\n${HITS} 130`,
    apart: 10,
    rate: 13,
  },
]

describe('rates', () => {
  for (const { name, before, now, apart, rate } of windows) {
    it(name, () => expect(readPages(before, now, apart).signals.get('requestRate')?.value).toBe(rate))
  }
})

describe('startedAt and uptime', () => {
  const rows = [
    { name: 'a start time', page: started(60), startedAt: NOW - seconds(60), uptime: 60 },
    { name: 'an uptime', page: 'process_uptime_seconds 90', startedAt: NOW - seconds(90), uptime: 90 },
    { name: 'neither', page: 'go_goroutines 1', startedAt: null, uptime: undefined },
    { name: 'a clock ahead of ours', page: started(-30), startedAt: NOW + seconds(30), uptime: 0 },
    {
      name: 'a Pushgateway: pushed ones are not its own',
      page: `pushgateway_build_info 1\nprocess_start_time_seconds{job="batch"} 5\n${started(60)}`,
      startedAt: NOW - seconds(60),
      uptime: 60,
    },
  ]
  for (const { name, page, startedAt, uptime } of rows) {
    it(name, () => {
      const readings = readPages(null, page)
      expect(readings.startedAt).toBe(startedAt)
      expect(readings.signals.get('uptime')?.value).toBe(uptime)
    })
  }
})

describe('bounds', () => {
  const rows = [
    { name: 'told', page: 'process_open_fds 3\nprocess_max_fds 10', bound: 10, from: ' of process_max_fds' },
    { name: 'zero is none', page: 'process_open_fds 3\nprocess_max_fds 0', bound: null, from: '' },
    { name: 'NaN is none', page: 'process_open_fds 3\nprocess_max_fds NaN', bound: null, from: '' },
    { name: 'infinite is none', page: 'process_open_fds 3\nprocess_max_fds +Inf', bound: null, from: '' },
    { name: 'not told', page: 'process_open_fds 3', bound: null, from: '' },
  ]
  for (const { name, page, bound, from } of rows) {
    it(name, () => {
      const reading = readPages(null, page).signals.get('fds')
      expect(reading).toEqual({ signal: 'fds', value: 3, bound, of: null, from: `process_open_fds${from}` })
    })
  }
})

describe('target', () => {
  it('is down as soon as one of several is', () => {
    const page = 'redis_up 1\npg_up{server="b"} 0\nnginx_up 1'
    expect(readPages(null, page).target).toEqual({ up: false, from: 'pg_up{server="b"}' })
  })

  it('is not told by a service', () => expect(readPages(null, started(5)).target).toBeNull())
})

it('a page that was cut short does not make counts of all time look new', () => {
  const before = scrapeOf(`${HITS} 100`, NOW - minutes(1))
  const cut = { ...before, exposition: { ...before.exposition, truncatedBy: 'series' as const } }
  const now = scrapeOf(`${HITS} 160\nhttp_requests_total{code="500"} 9000000`, NOW)
  expect(wordsOf(readSignals(cut, now))).toEqual({ requestRate: '1', errorRatio: '0' })
  expect(wordsOf(readSignals(before, now))).toMatchObject({ requestRate: '150001' })
})
