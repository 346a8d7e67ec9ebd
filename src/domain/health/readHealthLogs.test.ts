import { describe, expect, it } from 'vitest'

import { TEXT_CAP } from './cutText.ts'
import { LOG_CAP } from './logCap.ts'
import { readHealthLogs } from './readHealthLogs.ts'
import { readHealth } from './readHealth.ts'

const AT = 1_768_469_400_000
const ISO = '2026-01-15T09:30:00Z'
const entry = { at: AT, level: 'warn', message: 'slow query', fields: [] }
const fielded = (...fields: readonly (readonly [string, string])[]) => ({ ...entry, fields })

const rows = [
  { name: 'winston', log: { timestamp: ISO, level: 'WARN', message: 'slow query' }, expected: entry },
  { name: 'pino', log: { level: 40, time: AT, pid: 7, msg: 'slow query' }, expected: fielded(['pid', '7']) },
  { name: 'bunyan', log: { level: 40, time: ISO, msg: 'slow query', v: 0 }, expected: fielded(['v', '0']) },
  {
    name: 'zap',
    log: { level: 'warn', ts: AT / 1000, msg: 'slow query', caller: 'a.go:3' },
    expected: fielded(['caller', 'a.go:3']),
  },
  { name: 'logstash', log: { '@timestamp': ISO, severity: 'warn', message: 'slow query' }, expected: entry },
  { name: 'Serilog', log: { '@t': ISO, '@l': 'Warn', '@m': 'slow query' }, expected: entry },
  { name: 'PascalCase', log: { Timestamp: ISO, Level: 'Warn', Message: 'slow query' }, expected: entry },
  { name: 'short names', log: { at: ISO, lvl: 'warn', text: 'slow query' }, expected: entry },
  { name: 'a line', log: `${ISO} WARN slow query`, expected: entry },
  { name: 'a line with brackets', log: '[2026-01-15 09:30:00] [warn] slow query', expected: entry },
  { name: 'a line with a level only', log: 'WARN: slow query', expected: { ...entry, at: null } },
  { name: 'a bare line', log: 'slow query', expected: { ...entry, at: null, level: null } },
  {
    name: 'no message: everything it says',
    log: { time: ISO, level: 'warn', op: 'select', ms: 812 },
    expected: { ...fielded(['op', 'select'], ['ms', '812']), message: 'op=select ms=812' },
  },
  {
    name: 'fields within fields',
    log: { ...entry, fields: undefined, error: 'refused', http: { status: 500, tags: ['a', 'b'] } },
    expected: fielded(['error', 'refused'], ['http.status', '500'], ['http.tags', 'a, b']),
  },
  {
    name: 'logfmt',
    log: `time=${ISO} level=WARN msg="slow query" pod_id=user-1 took=3s`,
    expected: fielded(['pod_id', 'user-1'], ['took', '3s']),
  },
  {
    name: 'a line that ends in pairs',
    log: `${ISO} WARN slow query pod_id=user-1 sql="a \\"b\\" = c"`,
    expected: fielded(['pod_id', 'user-1'], ['sql', 'a "b" = c']),
  },
  {
    name: 'pairs within a line',
    log: `${ISO} WARN tenant=7 waits`,
    expected: { ...fielded(['tenant', '7']), message: 'tenant=7 waits' },
  },
  {
    name: 'no pairs',
    log: `${ISO} WARN 1=2 a==b c= =d`,
    expected: { ...entry, message: '1=2 a==b c= =d' },
  },
  {
    name: 'a line of JSON',
    log: JSON.stringify({ ts: ISO, level: 'warn', msg: 'slow query', pod: 'user-1' }),
    expected: fielded(['pod', 'user-1']),
  },
  {
    name: 'a line that a collector wrapped',
    log: { log: `level=warn msg="slow query" pod=user-1`, stream: 'stderr', time: ISO },
    expected: fielded(['pod', 'user-1'], ['stream', 'stderr']),
  },
  {
    name: 'a line that only looks like JSON',
    log: '{slow query}',
    expected: { ...entry, at: null, level: null, message: '{slow query}' },
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

  it.each([
    ['a line', 'x'.repeat(1_000_000)],
    ['a message', { msg: 'x'.repeat(1_000_000), level: 'info' }],
    ['pairs', 'a=1 '.repeat(250_000)],
    ['JSON', JSON.stringify({ level: 'info', msg: 'x'.repeat(1_000_000) })],
    ['open quotes', 'a="a='.repeat(200_000)],
  ])('cuts a megabyte of %s', (_, log) => {
    const [line] = readHealthLogs({ logs: [log] })
    expect(line?.message).toHaveLength(TEXT_CAP)
    expect(line?.message.endsWith('…')).toBe(true)
  })

  it('keeps some fields of an entry that has many, and the beginning of long ones', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`${i}${'k'.repeat(200)}`, 'v'.repeat(9999)]),
    )
    const [line] = readHealthLogs({ logs: [{ message: 'm', ...many }] })
    expect(line?.fields).toHaveLength(24)
    expect(line?.fields.every(([key, value]) => key.length <= 80 && value.length <= 240)).toBe(true)
  })

  it('takes the names of prototypes for names', () => {
    const entry: unknown = JSON.parse('{"message":"m","__proto__":{"level":"x"},"constructor":"c"}')
    expect(readHealthLogs({ logs: [entry] })[0]).toEqual({
      at: null,
      level: null,
      message: 'm',
      fields: [
        ['__proto__.level', 'x'],
        ['constructor', 'c'],
      ],
    })
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
