import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { earliest, earliestEnding, startByUptime } from './earliest.ts'

describe('earliest', () => {
  const rows = [
    { name: 'one', page: 'start 500', expected: [500, null] },
    { name: 'the first of several', page: 'start{cn="b"} 700\nstart{cn="a"} 600', expected: [600, 'a'] },
    { name: '0 is never', page: 'start{cn="b"} 0\nstart{cn="a"} 600', expected: [600, 'a'] },
    { name: 'none', page: 'start 0', expected: null },
  ]
  for (const { name, page, expected } of rows) {
    it(name, () => {
      const found = earliest('start', ['cn']).read(windowOf(null, page))
      expect(found === null ? null : [found.value, found.of]).toEqual(expected)
    })
  }
})

it('earliestEnding looks through all families of that ending', () => {
  const page = 'my_cert_not_after{cn="a"} 900\nyour_cert_not_after{cn="b"} 800\nnot_after 1'
  const reader = earliestEnding('_cert_not_after', ['cn'])
  expect(reader.read(windowOf(null, page))).toMatchObject({
    value: 800,
    of: 'b',
    from: 'your_cert_not_after',
  })
  expect(reader.read(windowOf(null, 'not_after 1'))).toBeNull()
  expect(reader.wants).toEqual({ exact: [], endings: ['_cert_not_after'] })
})

describe('startByUptime', () => {
  // Test pages are of the second 1010.
  const rows = [
    { name: 'seconds', reader: startByUptime('up_seconds'), page: 'up_seconds 10.5', expected: 999.5 },
    { name: 'milliseconds', reader: startByUptime('up_ms', 0.001), page: 'up_ms 10000', expected: 1000 },
    { name: 'absent', reader: startByUptime('up_seconds'), page: 'a 1', expected: undefined },
    {
      name: 'before 1970',
      reader: startByUptime('up_seconds'),
      page: 'up_seconds 5000',
      expected: undefined,
    },
  ]
  for (const { name, reader, page, expected } of rows) {
    it(name, () => expect(reader.read(windowOf(null, page))?.value).toBe(expected))
  }
})
