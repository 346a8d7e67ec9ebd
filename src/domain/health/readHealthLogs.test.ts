import { describe, expect, it } from 'vitest'

import { LOG_CAP, readHealthLogs } from './readHealthLogs.ts'
import { readHealth } from './readHealth.ts'

const AT = 1_768_469_400_000
const ISO = '2026-01-15T09:30:00Z'
const entry = { at: AT, level: 'warn', message: 'slow query' }

const rows = [
  { name: 'winston', log: { timestamp: ISO, level: 'WARN', message: 'slow query' }, expected: entry },
  { name: 'pino', log: { level: 40, time: AT, pid: 7, msg: 'slow query' }, expected: entry },
  { name: 'bunyan', log: { level: 40, time: ISO, msg: 'slow query', v: 0 }, expected: entry },
  {
    name: 'zap',
    log: { level: 'warn', ts: AT / 1000, msg: 'slow query', caller: 'a.go:3' },
    expected: entry,
  },
  { name: 'logstash', log: { '@timestamp': ISO, severity: 'warn', message: 'slow query' }, expected: entry },
  { name: 'Serilog', log: { '@t': ISO, '@l': 'Warn', '@m': 'slow query' }, expected: { ...entry, at: null } },
  { name: 'PascalCase', log: { Timestamp: ISO, Level: 'Warn', Message: 'slow query' }, expected: entry },
  { name: 'short names', log: { at: ISO, lvl: 'warn', text: 'slow query' }, expected: entry },
  { name: 'a line', log: `${ISO} WARN slow query`, expected: entry },
  { name: 'a line with brackets', log: '[2026-01-15 09:30:00] [warn] slow query', expected: entry },
  { name: 'a line with a level only', log: 'WARN: slow query', expected: { ...entry, at: null } },
  { name: 'a bare line', log: 'slow query', expected: { at: null, level: null, message: 'slow query' } },
  {
    name: 'no message: everything it says',
    log: { time: ISO, level: 'warn', op: 'select', ms: 812 },
    expected: { ...entry, message: 'op=select ms=812' },
  },
]

describe('readHealthLogs', () => {
  it.each(rows)('$name', ({ log, expected }) => {
    expect(readHealthLogs({ logs: [log] })).toEqual([expected])
  })

  it.each(['log', 'lastLogs', 'last_logs', 'recentLogs', 'recent_logs', 'Logs'])(
    'finds them under %s',
    (key) => {
      expect(readHealthLogs({ [key]: ['slow query'] })).toHaveLength(1)
    },
  )

  it('leaves out what is no entry, and answers with none where there is no list', () => {
    expect(readHealthLogs({ logs: [null, '', {}, [], true, 'x'] })).toHaveLength(1)
    expect(readHealthLogs({ logs: 'x' })).toEqual([])
    expect(readHealthLogs({ logs: [] })).toEqual([])
    expect(readHealthLogs({})).toEqual([])
  })

  it('keeps the newest, oldest first, whichever way the page orders them', () => {
    const list = Array.from({ length: 500 }, (_, i) => ({ time: AT + i, message: `m${i}` }))
    const forward = readHealthLogs({ logs: list })
    expect(forward).toHaveLength(LOG_CAP)
    expect([forward[0]?.message, forward.at(-1)?.message]).toEqual(['m300', 'm499'])
    expect(readHealthLogs({ logs: list.toReversed() })).toEqual(forward)
  })

  it('cuts long messages', () => {
    expect(readHealthLogs({ logs: ['x'.repeat(10_000)] })[0]?.message).toHaveLength(2000)
  })
})

describe('readHealth', () => {
  it('keeps logs and metrics beside the verdict, whatever the family, and takes neither for checks', () => {
    const body = {
      status: 'UP',
      components: { db: { status: 'UP' } },
      logs: [{ time: ISO, level: 'error', status: 'DOWN', message: 'slow query' }],
      metrics: { heap: { value: 12.5, unit: 'MiB', status: 'DOWN' } },
    }
    const reading = readHealth({ status: 200, contentType: null, body: JSON.stringify(body) })
    expect(reading).toMatchObject({
      state: 'ok',
      logs: [{ at: AT, level: 'error', message: 'slow query' }],
      metrics: [{ name: 'heap', value: 12.5, unit: 'MiB' }],
    })
    expect(reading.checks.map(({ name }) => name)).toEqual(['db'])
  })
})
