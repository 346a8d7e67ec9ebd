import { describe, expect, it } from 'vitest'
import { acceptsGzip } from './acceptsGzip.ts'

const rows = [
  { header: undefined, expected: false },
  { header: '', expected: false },
  { header: 'gzip, deflate, br, zstd', expected: true },
  { header: 'br;q=1, GZIP ;q=0.5', expected: true },
  { header: 'br, *', expected: true },
  { header: 'gzip;q=0', expected: false },
  { header: 'gzip; q=0.000, *', expected: false },
  { header: 'x-gzip-not', expected: false },
  { header: 'identity', expected: false },
]

describe('acceptsGzip', () => {
  it.each(rows)('$header', ({ header, expected }) => {
    expect(acceptsGzip(header)).toBe(expected)
  })
})
