import { describe, expect, it } from 'vitest'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { indexSamples } from '#src/domain/signals/window/sampleIndex.ts'
import { anyUpGauge, upGauge } from './target.ts'

const indexOf = (page: string) => indexSamples(scrapeOf(page).exposition)

describe('upGauge', () => {
  const rows = [
    { name: 'up', page: 'redis_up 1', expected: { up: true, from: 'redis_up' } },
    { name: 'down', page: 'redis_up 0', expected: { up: false, from: 'redis_up' } },
    {
      name: 'one of several is down: named',
      page: 'redis_up{addr="b"} 0\nredis_up{addr="a"} 1\nredis_up{addr="c"} 0',
      expected: { up: false, from: 'redis_up{addr="b"}, redis_up{addr="c"}' },
    },
    { name: 'not told', page: 'other 0', expected: null },
    { name: 'NaN is not told', page: 'redis_up NaN', expected: null },
  ]
  for (const { name, page, expected } of rows) {
    it(name, () => expect(upGauge('redis_up').read(indexOf(page))).toEqual(expected))
  }
})

describe('anyUpGauge', () => {
  const rows = [
    { name: 'one word and _up', page: 'memcached_up 0', expected: { up: false, from: 'memcached_up' } },
    { name: 'not of several words', page: 'node_network_up{device="lo"} 0', expected: null },
    { name: "not Prometheus' own up", page: 'up 0', expected: null },
    {
      name: 'all that are down',
      page: 'b_up 0\na_up 1\nc_up 0',
      expected: { up: false, from: 'b_up, c_up' },
    },
  ]
  for (const { name, page, expected } of rows) {
    it(name, () => expect(anyUpGauge.read(indexOf(page))).toEqual(expected))
  }
})
