import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { errorShare, errorShareOfCount } from './errorShare.ts'

const series = (label: string, counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([value, count]) => `hits{${label}="${value}"} ${count}`)
    .join('\n')

const rows = [
  { name: 'code', label: 'code', counts: { 200: 90, 404: 5, 500: 4, 503: 1 }, expected: 0.05 },
  { name: 'status', label: 'status', counts: { 200: 75, 502: 25 }, expected: 0.25 },
  { name: 'status classes', label: 'status', counts: { '2xx': 75, '5xx': 25 }, expected: 0.25 },
  { name: 'upper case classes', label: 'code', counts: { '2XX': 75, '5XX': 25 }, expected: 0.25 },
  { name: 'status_code', label: 'status_code', counts: { 200: 1, 500: 1 }, expected: 0.5 },
  {
    name: 'OpenTelemetry',
    label: 'http_response_status_code',
    counts: { 200: 1, 500: 1 },
    expected: 0.5,
  },
  {
    name: 'outcome (Micrometer)',
    label: 'outcome',
    counts: { SUCCESS: 6, CLIENT_ERROR: 2, SERVER_ERROR: 2 },
    expected: 0.2,
  },
  {
    name: 'gRPC: what maps to 5xx',
    label: 'grpc_code',
    counts: { OK: 7, NotFound: 1, Unavailable: 1, Internal: 1 },
    expected: 0.2,
  },
  { name: 'no failures', label: 'code', counts: { 200: 10 }, expected: 0 },
  { name: 'no requests, no ratio', label: 'code', counts: { 200: 0, 500: 0 }, expected: undefined },
  { name: 'labels that do not tell', label: 'path', counts: { '/a': 10 }, expected: undefined },
  { name: 'a status that is not HTTP', label: 'status', counts: { paid: 10 }, expected: undefined },
  { name: 'haproxy: other is not known', label: 'code', counts: { '5xx': 1, other: 3 }, expected: 0.25 },
]

describe('errorShare', () => {
  for (const { name, label, counts, expected } of rows) {
    it(name, () => {
      const before = series(label, Object.fromEntries(Object.keys(counts).map((value) => [value, 0])))
      expect(errorShare('hits').read(windowOf(before, series(label, counts)))?.value).toBe(expected)
    })
  }

  it('is of the window, not of all time', () => {
    const before = series('code', { 200: 1000, 500: 1000 })
    const now = series('code', { 200: 1099, 500: 1001 })
    expect(errorShare('hits').read(windowOf(before, now))?.value).toBe(0.01)
  })

  it('sees the first failure ever, whose series was not there before', () => {
    const window = windowOf(series('code', { 200: 100 }), series('code', { 200: 190, 500: 10 }))
    expect(errorShare('hits').read(window)?.value).toBe(0.1)
  })

  it('says where it came from', () => {
    const window = windowOf('h_count{code="500"} 0', 'h_count{code="500"} 3')
    expect(errorShareOfCount('h').read(window)).toMatchObject({ value: 1, from: '5xx of h_count' })
    expect(errorShareOfCount('h').wants.exact).toEqual(['h'])
  })
})
