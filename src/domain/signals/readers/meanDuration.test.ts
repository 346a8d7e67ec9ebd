import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { meanDuration } from './meanDuration.ts'

const page = (sum: number, count: number, path = '/a'): string =>
  `h_sum{path="${path}"} ${sum}\nh_count{path="${path}"} ${count}`

describe('meanDuration', () => {
  const rows = [
    { name: 'over the window, not since the start', before: page(900, 100), now: page(902, 110), value: 0.2 },
    {
      name: 'weighs its series by what they did',
      before: `${page(0, 0)}\n${page(0, 0, '/b')}`,
      now: `${page(9, 9)}\n${page(3, 1, '/b')}`,
      value: 1.2,
    },
    { name: 'of a process that began anew', before: page(900, 100), now: page(4, 8), value: 0.5 },
    { name: 'nothing was done', before: page(9, 9), now: page(9, 9), value: null },
    { name: 'one page', before: null, now: page(9, 9), value: null },
    { name: 'no sum', before: 'h_count 1', now: 'h_count 9', value: null },
    { name: 'no count', before: 'h_sum 1', now: 'h_sum 9', value: null },
    { name: 'not on the page', before: 'x 1', now: 'x 2', value: null },
  ]
  for (const { name, before, now, value } of rows) {
    it(name, () => {
      const found = meanDuration(windowOf(before, now), 'h')
      expect(found && [Number(found.value.toPrecision(12)), found.from]).toEqual(
        value === null ? null : [value, 'mean of h'],
      )
    })
  }
})
